"""report send."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TypedDict, Unpack

import click

from pressroom.circulate.mail.custody import open_outbox
from pressroom.circulate.mail.request import SendRequest
from pressroom.circulate.mail.route import find_smtp_settings, make_route
from pressroom.circulate.mail.sending import Mailing, prepare, write_messages
from pressroom.circulate.mail.smtp import hide_password
from pressroom.cli.delivering import run_delivery
from pressroom.cli.reporter import count, shorten
from pressroom.cli.terminal import show
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic
from pressroom.project import place as places
from pressroom.project.mail import SmtpSettings
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld, World


class SendOptions(TypedDict):
    """The options as click reads them."""

    to: tuple[str, ...]
    groups: tuple[str, ...]
    suppress: str
    from_: str | None
    subject: str | None
    note: str | None
    smtp: str | None
    formats: tuple[str, ...]
    protect: bool
    at: str | None
    embargo: str | None
    supersede: str | None
    again: bool
    to_me: bool
    skip_bad: bool
    expect: int | None
    dry_run: bool
    yes: bool
    on_unknown: str | None
    wait: float
    folder: Path | None
    out: Path | None


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--to", multiple=True, metavar="LIST", help=".csv, .xlsx, .txt or addresses. Repeatable.")
@click.option("--group", "groups", multiple=True, help="Only people of this group. Repeatable.")
@click.option("--suppress", default="", metavar="LIST", help="Addresses that get nothing.")
@click.option("--from", "from_", metavar="ADDRESS", help='Such as "Press office <press@example.org>".')
@click.option("--subject", help="The subject (default: the report's title).")
@click.option("--note", help="Words ahead of the report.")
@click.option("--smtp", metavar="smtp[s]://HOST:PORT", help="The server to send by.")
@click.option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    metavar="pdf|docx|html|none",
    help="To attach (default: pdf). Repeatable.",
)
@click.option("--protect", is_flag=True, help="Each PDF opens with the password in its person's row alone.")
@click.option("--at", metavar="TIME", help="Send no earlier, such as 2026-05-04T06:00+02:00.")
@click.option("--embargo", metavar="TIME", help="Say ahead of the report that it is embargoed until then.")
@click.option("--supersede", metavar="ID|last", help="To those who got that edition: this one replaces it.")
@click.option("--again", is_flag=True, help="Also to those who were sent this very report before.")
@click.option("--to-me", is_flag=True, help="Send it to the sender's own address alone, as a test.")
@click.option("--skip-bad", is_flag=True, help="Leave out rows of the list that are wrong.")
@click.option("--expect", type=click.IntRange(0), metavar="N", help="Send only if it is to so many.")
@click.option("--dry-run", is_flag=True, help="Show who gets what, write the messages, and send nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@click.option("--on-unknown", type=click.Choice(["hold", "resend"]), help="When a server's reply is lost.")
@click.option("--wait", type=click.FloatRange(0), default=10, help="Minutes to go on for those put off.")
@click.option("--outbox", "folder", type=click.Path(path_type=Path), help="The outbox (default: outbox).")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Where --dry-run writes (default: dist).")
def command(source: Path, **given: Unpack[SendOptions]) -> int:
    """Send SOURCE, a text or a PDF, by mail: to each person on a list once, and keep a record of it.

    It is composed as report make would; settings stand under [mail] and [smtp] in report.toml. Nothing is
    sent while the list has mistakes, or before you have said yes.
    """
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    request = _make_request(source, place, given)
    settings = find_smtp_settings(place, world, given["smtp"] or "", given["on_unknown"] or "")
    with closing(open_outbox(given["folder"], place, world)) as outbox:
        mailing = prepare(request, outbox, world, _print_diagnostic)
        _print_mailing(mailing, settings)
        if given["dry_run"]:
            return _write(mailing, place.find_output_folder(given["out"], world), world)
        if given["expect"] is not None:
            mailing.require_count(given["expect"], _explain_count(len(mailing.messages)))
        if not mailing.messages:
            show("nothing to send", err=True)
            return 0
        route = make_route(settings, mailing.campaign.sender, world)
        if not (given["yes"] or given["expect"] is not None) and not _confirm(len(mailing.messages)):
            return 1
        mailing.queue(outbox)
        return run_delivery(outbox, route, given["wait"], world)


def _make_request(source: Path, place: Place, given: SendOptions) -> SendRequest:
    mail = {
        "from": given["from_"],
        "subject": given["subject"],
        "note": given["note"],
        "embargo": given["embargo"],
        "attach": list(given["formats"]),
    }
    return SendRequest(
        source=source.absolute(),
        place=place,
        options=make_option_layer({"mail": {key: value for key, value in mail.items() if value}}),
        lists=given["to"],
        groups=given["groups"],
        suppress=given["suppress"],
        supersede=given["supersede"] or "",
        to_sender=given["to_me"],
        skip_bad=given["skip_bad"],
        again=given["again"],
        protect=given["protect"],
        at=given["at"] or "",
    )


def _write(mailing: Mailing, out: Path, world: World) -> int:
    """Write the messages as files instead of sending them; return the exit status."""
    target = out / f"mail-{mailing.campaign.id}"
    write_messages(mailing.messages, target, world.write)
    show(f"nothing was sent; the messages are in {shorten(str(target))}", err=True)
    return 0


def _print_diagnostic(found: Diagnostic) -> None:
    show(str(found), err=True)


def _explain_count(number: int) -> str:
    if number:
        return f"look at it with --dry-run, then give --expect {number}"
    return "report outbox shows who has it; --again sends it to them once more"


def _print_mailing(mailing: Mailing, settings: SmtpSettings) -> None:
    for message in mailing.messages:
        size = len(message.head) + sum(map(len, message.chunks))
        show(f"  {message.address}  {message.name}  {size / 1000:,.0f} kB".rstrip(), err=True)
    for recipient, why in mailing.left_out:
        show(f"  {recipient.address}  left out: {why}", err=True)
    files = ", ".join(f"{name} ({size / 1000:,.0f} kB)" for name, size in mailing.files) or "nothing"
    show(mailing.campaign.title, err=True)
    server = hide_password(settings.server) or "no server"
    show(f"  from {mailing.campaign.sender}, by {server}, attached: {files}", err=True)
    show(f"  to {count(len(mailing.messages), 'person').replace('persons', 'people')}", err=True)


def _confirm(number: int) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            "nobody is there to be asked",
            cure=f"look at it with --dry-run, then give --expect {number} or --yes",
            rule="not-confirmed",
        )
    return click.confirm(f"Send to {number}?", default=False, err=True)
