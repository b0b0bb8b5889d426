# A print room in a network namespace of its own: an IPP printer behind a CUPS queue, nothing outside.
# sh print_room.sh FOLDER, under unshare --net --mount --pid --fork. Jobs arrive as FOLDER/jobs/N.env and N.pdf.
# The queue Office prints; the queue Broken fails each job in its backend: CUPS' own IPP backend tells of a job that the
# printer aborted only when it happens to look in time, and else calls it done.
set -e
cd "$1"
ip link set lo up
ip link set lo multicast on
ip route add 224.0.0.0/4 dev lo
mkdir -p /run/avahi-daemon
mount -t tmpfs tmpfs /run/avahi-daemon
mkdir -p etc state cache log spool/tmp jobs desk bin/backend
for part in /usr/lib/cups/*; do [ "${part##*/}" = backend ] || ln -s "$part" bin/; done
ln -s /usr/lib/cups/backend/ipp bin/backend/
printf '#!/bin/sh\n[ $# -eq 0 ] || echo "ERROR: paper jam" >&2\nexit 1\n' > bin/backend/broken
chmod 700 bin/backend/broken
cat > dbus.conf <<X
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type><listen>unix:path=$1/bus</listen><auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/>
  </policy>
</busconfig>
X
# ippeveprinter does not start without DNS-SD, so it gets one that reaches the loopback alone
printf '[server]\nuse-ipv6=no\nallow-interfaces=lo\nenable-dbus=yes\n[wide-area]\nenable-wide-area=no\n' > avahi.conf
cat > etc/cupsd.conf <<X
Listen 127.0.0.1:6310
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
X
cat > etc/cups-files.conf <<X
ServerRoot $1/etc
ServerBin $1/bin
RequestRoot $1/spool
TempDir $1/spool/tmp
CacheDir $1/cache
StateDir $1/state
AccessLog $1/log/access
ErrorLog $1/log/error
PageLog $1/log/page
SystemGroup root
X
cat > take.sh <<X
#!/bin/sh
env | grep ^IPP_ > "$1/jobs/\$IPP_JOB_ID.env"
cp "\$1" "$1/jobs/\$IPP_JOB_ID.pdf"
case "\$IPP_JOB_NAME" in *jam*) echo "ERROR: paper jam" >&2; exit 1;; esac
X
chmod 755 take.sh
chmod 777 jobs desk
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$1/bus"
dbus-daemon --config-file=dbus.conf --fork
avahi-daemon -f avahi.conf --no-drop-root --no-chroot --no-rlimits > log/avahi 2>&1 &
until grep -q "startup complete" log/avahi; do sleep 0.1; done
ippeveprinter -n localhost -p 8631 -2 -s 10,5 -f application/pdf,image/pwg-raster -c "$1/take.sh" -d "$1/desk" -k Desk > log/desk 2>&1 &
/usr/sbin/cupsd -f -c "$1/etc/cupsd.conf" -s "$1/etc/cups-files.conf" > log/cupsd 2>&1 &
export CUPS_SERVER=127.0.0.1:6310
# cupsd 2.4.2 sometimes opens a queue that takes nothing but octets, from a printer description that is whole: a queue is
# ready once it takes PDF, and is added again until it does
takes_pdf() {
  ipptool -tv ipp://127.0.0.1:6310/printers/Office get-printer-attributes.test | grep -q 'format-supported.*application/pdf' ||
    { echo "Office takes no PDF" >> log/lpadmin; return 1; }
}
tries=0
until lpadmin -p Office -E -v ipp://localhost:8631/ipp/print -m everywhere -o printer-error-policy=abort-job 2>> log/lpadmin &&
  takes_pdf; do
  tries=$((tries + 1)); [ "$tries" -lt 100 ]
  lpadmin -x Office 2>> log/lpadmin || true
  sleep 0.1
done
lpadmin -p Broken -E -v broken:/desk -o printer-error-policy=abort-job 2>> log/lpadmin
lpadmin -d Office
touch ready
wait
