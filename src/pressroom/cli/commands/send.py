"""report send."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from pressroom.build.lock import lock_folder
from pressroom.circulate.mail import recipients as lists
from pressroom.circulate.mail import sending
from pressroom.circulate.mail.credentials import credentials
from pressroom.circulate.mail.deliver import Route, Run, deliver
from pressroom.circulate.mail.edition import Task, settings
from pressroom.circulate.mail.outbox import FOLDER, Message, Outbox, State
from pressroom.circulate.mail.recipients import Person
from pressroom.circulate.mail.sending import Plan, Wish
from pressroom.circulate.mail.signing import seal
from pressroom.circulate.mail.smtp import Answer, server
from pressroom.cli.reporter import count
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.mail import moment
from pressroom.project import place as places
from pressroom.project.layers import project_layer
from pressroom.project.mail import MailSettings, SmtpSettings, smtp_settings
from pressroom.project.place import Place
from pressroom.project.settings import command_line, merge
from pressroom.world import RealWorld, World

SERVER = "PRESSROOM_SMTP"


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of the command that say how, not what."""

    yes: bool
    dry_run: bool
    expect: int | None
    wait: float
    out: Path


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
    "--format", "-f", "formats", multiple=True, metavar="pdf|docx|html", help="To attach. Repeatable."
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
def command(
    source: Path,
    to: tuple[str, ...],
    groups: tuple[str, ...],
    suppress: str,
    from_: str | None,
    subject: str | None,
    note: str | None,
    smtp: str | None,
    formats: tuple[str, ...],
    protect: bool,
    at: str | None,
    embargo: str | None,
    supersede: str | None,
    again: bool,
    to_me: bool,
    skip_bad: bool,
    expect: int | None,
    dry_run: bool,
    yes: bool,
    on_unknown: str | None,
    wait: float,
    folder: Path | None,
    out: Path | None,
) -> int:
    """Send SOURCE, a text or a PDF, by mail: to each person on a list once, and keep a record of it.

    It is composed as report make would; settings stand under [mail] and [smtp] in report.toml. Nothing is
    sent while the list has mistakes, or before you have said yes.
    """
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    mail = {"from": from_, "subject": subject, "note": note, "embargo": embargo, "attach": list(formats)}
    options = command_line({"mail": {key: value for key, value in mail.items() if value}})
    task = Task(source.absolute(), place, options, ())
    set_mail = settings(task, world)
    how = smtp_of(place, world, smtp, on_unknown)
    box = Outbox(folder or place.root / FOLDER)
    try:
        people, wish = _people(task, to, set_mail, supersede, box, world, to_me=to_me, skip_bad=skip_bad)
        people = _wanted(people, groups, _suppressed(suppress, set_mail, place, world))
        now = world.now().timestamp()
        wish = replace(
            wish,
            now=now,
            due=moment(at, "--at").timestamp() if at else now,
            seal=seal(set_mail, place.root, world),
            protect=protect,
            again=again,
        )
        task = replace(task, people=people, replaced=_replaced(wish, box))
        made = sending.plan(task, wish, box)
        choices = Choices(yes, dry_run, expect, wait, out or place.root / "dist")
        return _carry_out(made, wish, how, choices, box, world)
    finally:
        box.close()


def _people(
    task: Task,
    to: tuple[str, ...],
    mail: MailSettings,
    supersede: str | None,
    box: Outbox,
    world: World,
    *,
    to_me: bool,
    skip_bad: bool,
) -> tuple[tuple[Person, ...], Wish]:
    """Return who is meant, and the wish as far as that says it."""
    wish = Wish(mail, 0.0, 0.0, test=to_me)
    if supersede:
        if to:
            raise UsageError(
                "--supersede goes to those who got the earlier edition, and --to names others",
                cure="leave one of the two out",
                rule="wrong-usage",
            )
        campaign, messages = sending.earlier(box, task.place.shown(task.path), supersede)
        replies = {lists.same(each.address): each.message_id for each in messages}
        wish = replace(wish, replaces=campaign.id, replies_to=replies)
        return sending.recipients(messages), wish
    if to_me:
        return lists.read([mail.sender], world).people[:1] if mail.sender else (), wish
    if not to:
        raise UsageError("nobody is named to send to", cure="give a list: --to people.csv", rule="nobody")
    found = lists.read(to, world)
    _tell(found.diagnostics)
    bad = [each for each in found.diagnostics if each.severity is Severity.ERROR]
    if bad and not skip_bad:
        raise PressroomError(
            f"{count(len(bad), 'row')} of the list cannot be sent to, so nothing was sent",
            cure="correct them, or leave them out with --skip-bad",
            rule="bad-list",
        )
    return found.people, wish


def _tell(diagnostics: Iterable[Diagnostic]) -> None:
    for found in diagnostics:
        click.echo(str(found), err=True)


def _suppressed(given: str, mail: MailSettings, place: Place, world: World) -> frozenset[str]:
    lists_given = [given] if given else []
    if mail.suppressed:
        lists_given.append(str(place.root / mail.suppressed))
    return frozenset().union(*(lists.addresses(each, world) for each in lists_given))


def _wanted(
    people: tuple[Person, ...], groups: tuple[str, ...], suppressed: frozenset[str]
) -> tuple[Person, ...]:
    asked = {group.casefold() for group in groups}
    chosen = tuple(each for each in people if not asked or asked & set(each.groups))
    kept = tuple(each for each in chosen if each.key not in suppressed)
    for person in chosen:
        if person.key in suppressed:
            click.echo(f"{person.where}: note: {person.address} is suppressed and gets nothing", err=True)
    if not kept:
        raise UsageError("nobody is left to send to", cure="look at the list and --group", rule="nobody")
    return kept


def _replaced(wish: Wish, box: Outbox) -> tuple[str, str]:
    if not wish.replaces:
        return "", ""
    campaign = next(each for each in box.campaigns() if each.id == wish.replaces)
    return campaign.text, datetime.fromtimestamp(campaign.created, UTC).date().isoformat()


def smtp_of(place: Place, world: World, smtp: str | None, on_unknown: str | None) -> SmtpSettings:
    """Return by which server to send: of the command line, the environment, or report.toml."""
    found = smtp_settings(merge([project_layer(place, world)]).smtp)
    address = smtp or world.environment(SERVER) or found.server
    return replace(found, server=address, on_unknown=on_unknown or found.on_unknown)


def route_of(how: SmtpSettings, sender: str, world: World) -> Route:
    """Return the way to the server. Raises UsageError when none is named."""
    if not how.server:
        raise UsageError(
            "nothing says by which server to send",
            cure=f'set server = "smtps://mail.example.org" under [smtp], {SERVER}, or give --smtp',
            rule="no-server",
        )
    to, user = server(how.server, ca=how.ca, timeout=how.timeout)
    how = replace(how, user=how.user or user)
    return Route(to, sender, credentials(how, to.host, world), how)


def _carry_out(made: Plan, wish: Wish, how: SmtpSettings, choices: Choices, box: Outbox, world: World) -> int:
    """Show the plan, and do what was asked with it; return the status."""
    _show(made, how)
    count = len(made.messages)
    if choices.dry_run:
        folder = choices.out / f"mail-{made.campaign.id}"
        sending.write_all(made.messages, folder, world.write)
        click.echo(f"nothing was sent; the messages are in {_shown(folder)}", err=True)
        return 0
    if choices.expect is not None and choices.expect != count:
        raise UsageError(
            f"it would go to {count}, not to {choices.expect}, so nothing was sent",
            cure=f"look at it with --dry-run, then give --expect {count}",
            rule="wrong-count",
        )
    if not count:
        click.echo("nothing to send", err=True)
        return 0
    route = route_of(how, made.campaign.sender, world)
    if not (choices.yes or choices.expect is not None) and not _agreed(count):
        return 1
    box.queue(made.campaign, made.messages, now=wish.now, again=wish.again or wish.test)
    return run_outbox(box, route, choices.wait, world)


def _show(made: Plan, how: SmtpSettings) -> None:
    for message in made.messages:
        size = len(message.head) + sum(map(len, message.chunks))
        click.echo(f"  {message.address}  {message.name}  {size / 1000:,.0f} kB".rstrip(), err=True)
    for person, why in made.left_out:
        click.echo(f"  {person.address}  left out: {why}", err=True)
    files = ", ".join(f"{name} ({size / 1000:,.0f} kB)" for name, size in made.files) or "nothing"
    click.echo(
        f"{made.campaign.title}\n"
        f"  from {made.campaign.sender}, by {how.server or 'no server'}, attached: {files}\n"
        f"  to {count(len(made.messages), 'person').replace('persons', 'people')}",
        err=True,
    )


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            "nobody is there to be asked",
            cure=f"look at it with --dry-run, then give --expect {count} or --yes",
            rule="not-confirmed",
        )
    return click.confirm(f"Send to {count}?", default=False, err=True)


def run_outbox(box: Outbox, route: Route, wait: float, world: World) -> int:
    """Deliver what is due and say what became of it; return the status: 0 when nobody was left without."""
    with lock_folder(box.folder, world, "report send"):
        run = deliver(box, route, wait=wait * 60, tell=_said)
    return _summed_up(run, box)


def _said(message: Message, answer: Answer) -> None:
    if answer.outcome != "sent":
        said = f"{answer.code} {answer.reply}".removeprefix("0 ")
        click.echo(f"  {message.address}: {said} ({answer.outcome})", err=True)


def _summed_up(run: Run, box: Outbox) -> int:
    left = box.messages(states=(State.QUEUED, State.DEFERRED))
    parts = [f"{run.sent} sent"]
    parts += [f"{run.failed} refused for good"] if run.failed else []
    parts += [f"{len(left)} still to be sent"] if left else []
    parts += [f"{run.unknown} unknown: the reply was lost, look before you retry"] if run.unknown else []
    click.echo(", ".join(parts), err=True)
    if left and not run.stopped:
        due = datetime.fromtimestamp(min(each.due for each in left), UTC)
        click.echo(f"report outbox deliver goes on; the next is due at {due:%Y-%m-%d %H:%M} UTC", err=True)
    if isinstance(run.stopped, PressroomError):
        raise run.stopped
    if run.stopped:
        raise PressroomError(
            f"stopped: {run.stopped}",
            cure="see to it, then report outbox deliver goes on where this stopped",
            rule="delivery-stopped",
        )
    return 1 if run.failed or run.unknown else 0


def _shown(path: Path) -> str:
    here = Path.cwd()
    return os.fsencode(path.relative_to(here) if path.is_relative_to(here) else path).decode(
        "utf-8", "replace"
    )
