"""report send and report outbox as a user types them, to a server on loopback."""

import csv
import email
import email.policy
import io
import json

import pytest

from pressroom.circulate.mail.outbox import Outbox
from pressroom.cli.main import run
from tests.circulate.mail.servers import Faults, serving

TEXT = "A bridge for the valley\n\nDear {{ to.name or 'reader' }}, more than 2,300 people crossed it today.\n"
LIST = """email,name,lang,format,group
ann@example.com,Ann,,html,board
bob@example.com,,de,none,press
"""
WITH_PDF = LIST.replace("html", "pdf")  # which takes longer to make
SETTINGS = """
[mail]
from = "Press <press@example.org>"
attach = []
unsubscribe = "https://example.org/u?a={address}"
[smtp]
server = "smtp://127.0.0.1:%d"
retry = [0, 0, 0]
"""


@pytest.fixture
def arrived():
    return Faults()


@pytest.fixture
def folder(tmp_path, monkeypatch, arrived):
    monkeypatch.chdir(tmp_path)
    for name in ("PRESSROOM_SMTP", "PRESSROOM_SMTP_USER", "PRESSROOM_SMTP_PASSWORD", "PRESSROOM_SMTP_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bridge.txt").write_text(TEXT)
    (tmp_path / "people.csv").write_text(LIST)
    with serving(arrived) as port:
        (tmp_path / "report.toml").write_text(SETTINGS % port)
        yield tmp_path


def send(*arguments):
    return run(["send", "bridge.txt", *arguments])


def read(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def by_address(arrived):
    return {address: read(data) for address, data in arrived.accepted}


@pytest.mark.slow
def test_each_person_gets_the_right_message_once_and_it_is_on_record(folder, arrived, capfd):
    (folder / "people.csv").write_text(WITH_PDF)
    (folder / "bridge.de.txt").write_text("Eine Brücke\n\nGuten Tag, 2.300 Menschen kamen am Dienstag.\n")
    assert send("--to", "people.csv", "--expect", "2") == 0
    got = by_address(arrived)
    assert got["ann@example.com"]["Subject"] == "A bridge for the valley"
    assert "Dear Ann, more" in got["ann@example.com"].get_body(("plain",)).get_content()
    assert [each.get_filename() for each in got["ann@example.com"].iter_attachments()] == ["bridge.pdf"]
    assert got["bob@example.com"]["Subject"] == "Eine Brücke"
    assert not list(got["bob@example.com"].iter_attachments())
    assert got["bob@example.com"]["List-Unsubscribe"] == "<https://example.org/u?a=bob%40example.com>"
    assert got["bob@example.com"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (
        "https://example.org/u?a=bob%40example.com"
        in got["bob@example.com"].get_body(("html",)).get_content()
    )
    capfd.readouterr()
    assert send("--to", "people.csv", "--yes") == 0
    assert len(arrived.accepted) == 2
    assert "left out: was sent this report before" in capfd.readouterr().err
    assert send("--to", "people.csv", "--expect", "2") == 2
    assert "report outbox shows who has it; --again" in capfd.readouterr().err
    assert send("--to", "people.csv", "--yes", "--again") == 0
    assert len(arrived.accepted) == 4
    capfd.readouterr()
    assert run(["outbox", "export"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert [row["state"] for row in rows] == ["sent"] * 4
    assert len({row["message_id"] for row in rows}) == 4
    box = Outbox(folder / "outbox")
    kept = {each.address: box.read_bytes(each.id) for each in box.messages()}
    box.close()
    assert kept == dict(arrived.accepted)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("setting", "arguments", "wanted"),
    [
        ("", (), ["bridge.pdf"]),
        ("attach = []\n", (), []),
        ('attach = ["html"]\n', (), ["bridge.html"]),
        ('attach = ["html"]\n', ("--format", "pdf"), ["bridge.pdf"]),
        ("", ("--format", "none"), []),
    ],
)
def test_the_pdf_goes_along_unless_told_otherwise(folder, arrived, capfd, setting, arguments, wanted):
    settings = folder / "report.toml"
    settings.write_text(settings.read_text().replace("attach = []\n", setting))
    assert send("--to", "ann@example.com", "--yes", *arguments) == 0
    attached = list(by_address(arrived)["ann@example.com"].iter_attachments())
    assert [each.get_filename() for each in attached] == wanted
    assert f"attached: {wanted[0] if wanted else 'nothing'}" in capfd.readouterr().err


@pytest.mark.slow
def test_the_pdf_holds_the_persons_own_words_where_the_text_asks_for_them(folder, arrived):
    import pypdfium2

    (folder / "people.csv").write_text(WITH_PDF)
    assert send("--to", "people.csv", "--yes") == 0
    (attached,) = by_address(arrived)["ann@example.com"].iter_attachments()
    pdf = pypdfium2.PdfDocument(attached.get_content())
    assert "Dear Ann, more" in " ".join(pdf[0].get_textpage().get_text_range().split())


def test_nothing_is_sent_without_a_yes_or_with_another_count(folder, arrived, capfd):
    assert send("--to", "people.csv") == 2
    assert "--expect 2 or --yes" in capfd.readouterr().err
    assert send("--to", "people.csv", "--expect", "3", "--yes") == 2
    assert "not to 3" in capfd.readouterr().err
    assert arrived.accepted == []
    assert not arrived.connections


def test_a_dry_run_writes_the_messages_and_sends_nothing(folder, arrived):
    assert send("--to", "people.csv", "--dry-run") == 0
    (made,) = (folder / "dist").iterdir()
    assert [path.name for path in sorted(made.iterdir())] == [
        "0001-ann@example.com.eml",
        "0002-bob@example.com.eml",
    ]
    assert read((made / "0001-ann@example.com.eml").read_bytes())["To"] == "Ann <ann@example.com>"
    assert not arrived.connections


@pytest.mark.slow
def test_a_dry_run_tells_of_a_mail_that_is_cut_off(folder, arrived, capfd):
    (folder / "long.txt").write_text(f"A long text\n\n{'A line of words that goes on. ' * 4000}\n")
    assert run(["send", "long.txt", "--to", "people.csv", "--dry-run"]) == 0
    told = capfd.readouterr().err
    assert told.count("long.txt: warning: the mail has 124 kB of HTML") == 1
    assert "Gmail cuts off" in told


@pytest.mark.slow
def test_to_me_is_a_test_that_does_not_count(folder, arrived):
    assert send("--to-me", "--yes") == 0
    assert send("--to-me", "--yes") == 0
    assert [address for address, _ in arrived.accepted] == ["press@example.org"] * 2
    assert send("--to", "press@example.org", "--yes") == 0
    assert len(arrived.accepted) == 3


def test_a_bad_list_stops_everything_unless_it_may_be_skipped(folder, arrived, capfd):
    (folder / "people.csv").write_text(LIST + "nobody\n")
    assert send("--to", "people.csv", "--yes") == 1
    assert "people.csv:4" in capfd.readouterr().err
    assert arrived.accepted == []
    assert send("--to", "people.csv", "--yes", "--skip-bad") == 0
    assert len(arrived.accepted) == 2


@pytest.mark.slow
def test_groups_and_the_suppression_list_say_who_is_left(folder, arrived):
    (folder / "out.txt").write_text("BOB@example.com\n")
    assert send("--to", "people.csv", "--suppress", "out.txt", "--yes") == 0
    assert [address for address, _ in arrived.accepted] == ["ann@example.com"]
    assert send("--to", "people.csv", "--group", "press", "--yes") == 0
    assert [address for address, _ in arrived.accepted] == ["ann@example.com", "bob@example.com"]


def test_an_unknown_column_is_told_before_anything_is_sent(folder, arrived, capfd):
    (folder / "bridge.txt").write_text("A bridge\n\nDear {{ to.nickname }}, it stands.\n")
    assert send("--to", "people.csv", "--yes") == 1
    assert "speaks of 'nickname'; did you mean name?" in capfd.readouterr().err
    assert not arrived.connections


def test_a_later_time_waits_in_the_outbox(folder, arrived, capfd):
    assert send("--to", "people.csv", "--yes", "--at", "2999-01-01T06:00+01:00", "--wait", "0") == 0
    assert arrived.accepted == []
    assert "due at 2999-01-01 05:00 UTC" in capfd.readouterr().err
    assert run(["outbox", "cancel", "--address", "BOB@example.com"]) == 0
    capfd.readouterr()
    assert run(["outbox", "list", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["campaigns"][0]["states"] == {"queued": 1, "cancelled": 1}


@pytest.mark.slow
def test_a_new_edition_goes_to_those_who_got_the_old_one_and_says_what_changed(folder, arrived):
    assert send("--to", "ann@example.com, bad@example.com", "--yes") == 1
    first = by_address(arrived)["ann@example.com"]
    (folder / "bridge.txt").write_text(TEXT.replace("2,300", "2,400"))
    assert send("--supersede", "last", "--yes") == 0
    assert [address for address, _ in arrived.accepted] == ["ann@example.com"] * 2
    second = read(arrived.accepted[1][1])
    text = " ".join(second.get_body(("plain",)).get_content().split())
    assert "This replaces the edition that you were sent on" in text
    assert "Was: Dear reader, more than 2,300" in text or "2,300 people crossed it today. Now:" in text
    assert second["In-Reply-To"] == first["Message-ID"]


@pytest.mark.slow
def test_a_pdf_is_sent_as_it_is(folder, arrived):
    assert run(["make", "bridge.txt"]) == 0
    made = (folder / "dist" / "bridge.pdf").read_bytes()
    assert run(["send", "dist/bridge.pdf", "--to", "ann@example.com", "--note", "Please read.", "--yes"]) == 0
    message = by_address(arrived)["ann@example.com"]
    assert message["Subject"] == "A bridge for the valley"
    assert "Please read." in message.get_body(("plain",)).get_content()
    assert [each.get_content() for each in message.iter_attachments()] == [made]


@pytest.mark.slow
def test_a_protected_pdf_opens_with_its_persons_password_alone(folder, arrived, capfd):
    import pikepdf

    (folder / "people.csv").write_text("email,password\nann@example.com,hunter2\nbob@example.com,\n")
    assert send("--to", "people.csv", "--format", "pdf", "--protect", "--yes") == 1
    assert "people.csv:3" in capfd.readouterr().err
    (folder / "people.csv").write_text("email,password\nann@example.com,hunter2\n")
    assert send("--to", "people.csv", "--format", "pdf", "--protect", "--yes") == 0
    (attached,) = by_address(arrived)["ann@example.com"].iter_attachments()
    data = attached.get_content()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    assert len(pikepdf.open(io.BytesIO(data), password="hunter2").pages) == 1
    assert b"hunter2" not in b"".join(path.read_bytes() for path in (folder / "outbox").glob("*.sqlite*"))


def test_an_embargo_is_the_first_thing_that_is_read(folder, arrived):
    assert send("--to", "ann@example.com", "--embargo", "2026-05-04T06:00+02:00", "--yes") == 0
    assert "Embargoed until 4 May 2026, 06:00 UTC+02:00" in arrived.accepted[0][1].decode().replace(
        "=\r\n", ""
    )


@pytest.mark.slow
def test_an_embargo_of_the_text_holds_it_back(folder, arrived, capfd):
    (folder / "bridge.txt").write_text("PRESS RELEASE\n\nEmbargoed until 6 a.m. UTC on 5 May 2999\n\n" + TEXT)
    assert send("--to", "ann@example.com", "--yes") == 2
    told = capfd.readouterr().err
    assert "bridge.txt: error: the report is under embargo: Embargoed until 6 a.m. UTC on 5 May 2999" in told
    assert "--at 2999-05-05T06:00+00:00" in told
    assert not arrived.accepted
    assert send("--to", "ann@example.com", "--embargo", "2999-05-05T06:00+00:00", "--yes") == 0
    assert arrived.accepted


def test_neither_option_may_be_earlier_than_the_embargo_of_the_text(folder, arrived, capfd):
    (folder / "bridge.txt").write_text("Embargoed until 6 a.m. UTC on 5 May 2999\n\n" + TEXT)
    early = "2999-05-04T06:00+00:00"
    for option in ("--embargo", "--at"):
        assert send("--to", "ann@example.com", option, early, "--yes") == 2
        told = capfd.readouterr().err
        assert (
            f"{option} {early} is earlier than the embargo of the report: Embargoed until 6 a.m. UTC" in told
        )
    assert not arrived.accepted


@pytest.mark.slow
def test_a_pdf_is_held_by_the_embargo_of_its_report(folder, arrived, capfd):
    (folder / "bridge.txt").write_text("Embargoed until 6 a.m. UTC on 5 May 2999\n\n" + TEXT)
    assert run(["make", "bridge.txt", "-f", "pdf", "-o", "out"]) == 0
    sent = ["send", str(folder / "out" / "bridge.pdf"), "--to", "ann@example.com"]
    assert run([*sent, "--yes"]) == 2
    assert "the report is under embargo: Embargoed until 6 a.m. UTC on 5 May 2999" in capfd.readouterr().err
    assert not arrived.accepted
    assert run([*sent, "--embargo", "2999-05-05T06:00+00:00", "--yes"]) == 0
    assert "Embargoed until" in arrived.accepted[0][1].decode()


def test_an_embargo_that_is_over_holds_nothing(folder, arrived):
    (folder / "bridge.txt").write_text("Embargo: 5 May 2020, noon\n\n" + TEXT)
    assert send("--to", "ann@example.com", "--yes") == 0
    assert arrived.accepted


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("", "nothing says from whom"),
        ('[mail]\nfrom = "press@example.org"\n', "by which server"),
        ('[mail]\nfrom = "press"\n', "no address of mail"),
        ('[smtp]\npassword = "hunter2"\n', "does not belong in a settings file"),
    ],
)
def test_what_is_missing_is_told(folder, capfd, settings, words):
    (folder / "report.toml").write_text(settings)
    assert send("--to", "ann@example.com", "--yes") == 2
    said = capfd.readouterr().err
    assert words in said
    assert "hunter2" not in said


def test_what_was_refused_for_good_can_be_tried_again_by_hand(folder, arrived, capfd):
    assert send("--to", "bad@example.com", "--yes") == 1
    assert run(["outbox", "show"]) == 0
    assert "550 5.1.1 no such user" in capfd.readouterr().out
    assert run(["outbox", "show", "--json"]) == 0
    (campaign,) = json.loads(capfd.readouterr().out)["campaigns"]
    assert (campaign["title"], campaign["source"]) == ("A bridge for the valley", "bridge.txt")
    assert [(each["address"], each["state"], each["code"]) for each in campaign["messages"]] == [
        ("bad@example.com", "failed", 550)
    ]
    assert run(["outbox", "retry"]) == 0
    assert run(["outbox", "deliver"]) == 1
    assert arrived.tries["bad@example.com"] == 2
    assert run(["outbox", "show", "nothing"]) == 2
