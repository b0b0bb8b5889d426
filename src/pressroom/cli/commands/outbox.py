"""report outbox."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from pressroom.circulate.mail.outbox import FOLDER, OPEN, Campaign, Outbox, State
from pressroom.circulate.mail.recipients import same
from pressroom.circulate.mail.record import as_csv, as_data, moment
from pressroom.cli.commands.send import route_of, run_outbox, smtp_of
from pressroom.cli.reporter import count
from pressroom.errors import UsageError
from pressroom.project import place as places
from pressroom.world import RealWorld, World

ACTIONS = ("list", "show", "deliver", "retry", "cancel", "settle", "export")


@click.command()
@click.argument("action", default="list", type=click.Choice(ACTIONS))
@click.argument("campaign", default="")
@click.option("--address", multiple=True, help="Only this person's message. Repeatable.")
@click.option("--smtp", metavar="smtp[s]://HOST:PORT", help="The server to send by.")
@click.option("--on-unknown", type=click.Choice(["hold", "resend"]), help="When a server's reply is lost.")
@click.option("--wait", type=click.FloatRange(0), default=10, help="Minutes to go on for those put off.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The file for export (default: stdout).")
@click.option("--outbox", "folder", type=click.Path(path_type=Path), help="The outbox (default: outbox).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(
    action: str,
    campaign: str,
    address: tuple[str, ...],
    smtp: str | None,
    on_unknown: str | None,
    wait: float,
    out: Path | None,
    folder: Path | None,
    as_json: bool,
) -> int:
    """Look at what was sent, and go on with it.

    list every CAMPAIGN; show its messages; deliver what is due; retry what was refused for good or is
    unknown; cancel what is still to be sent; settle what is unknown as having arrived; export the record as
    CSV.
    """
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    where = folder or place.root / FOLDER
    box = Outbox(where)
    try:
        chosen = _chosen(box, campaign)
        match action:
            case "list":
                return _list(box, as_json=as_json)
            case "show":
                return _show(box, chosen, as_json=as_json)
            case "export":
                return _export(box, campaign, out, world)
            case "deliver":
                senders = {each.id: each.sender for each in box.campaigns()}
                waiting = {senders[each.campaign] for each in box.messages(states=(*OPEN, *DOUBTFUL))}
                if not waiting:
                    click.echo("nothing to send", err=True)
                    return 0
                how = smtp_of(place, world, smtp, on_unknown)
                return max(
                    run_outbox(box, route_of(how, sender, world), wait, world) for sender in sorted(waiting)
                )
        return _move(box, action, campaign, address, world)
    finally:
        box.close()


DOUBTFUL = (State.SENDING, State.DATA)
# action → the states it takes messages from, the one it puts them into, and what it says of that
MOVES = {
    "retry": ((State.FAILED, State.UNKNOWN), State.QUEUED, "put back into the queue by hand"),
    "cancel": (OPEN, State.CANCELLED, "cancelled by hand"),
    "settle": ((State.UNKNOWN,), State.SENT, "known to have arrived"),
}


def _chosen(box: Outbox, ident: str) -> tuple[Campaign, ...]:
    known = box.campaigns()
    found = tuple(each for each in known if not ident or each.id == ident)
    if ident and not found:
        raise UsageError(
            f"there is no campaign {ident!r}",
            cure=f"there are: {', '.join(each.id for each in known) or 'none'}",
            rule="unknown-campaign",
        )
    return found


def _list(box: Outbox, *, as_json: bool) -> int:
    counts = {each.id: Counter(str(m.state) for m in box.messages(each.id)) for each in box.campaigns()}
    if as_json:
        rows = [
            {
                "campaign": each.id,
                "title": each.title,
                "source": each.name,
                "states": dict(counts[each.id]),
            }
            for each in box.campaigns()
        ]
        click.echo(json.dumps({"campaigns": rows}))
        return 0
    for each in box.campaigns():
        states = ", ".join(f"{count} {state}" for state, count in counts[each.id].items())
        click.echo(f"{each.id}  {each.title}  ({each.name})  {states}")
    return 0


def _show(box: Outbox, campaigns: tuple[Campaign, ...], *, as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps({"campaigns": [as_data(box, each) for each in campaigns]}))
        return 0
    for campaign in campaigns:
        click.echo(f"{campaign.id}  {campaign.title}")
        for each in box.messages(campaign.id):
            said = f"{each.code} {each.reply}".removeprefix("0 ").strip()
            click.echo(f"  {each.state:<10}{moment(each.changed)}  {each.address}  {said}".rstrip())
    return 0


def _export(box: Outbox, campaign: str, out: Path | None, world: World) -> int:
    text = as_csv(box, campaign)
    if out is None:
        click.echo(text, nl=False)
    else:
        world.write(out, b"\xef\xbb\xbf" + text.encode())  # so that Excel reads it as UTF-8
    return 0


def _move(box: Outbox, action: str, campaign: str, addresses: tuple[str, ...], world: World) -> int:
    states, into, why = MOVES[action]
    wanted = {same(each) for each in addresses}
    chosen: Callable[[str], bool] = (lambda address: same(address) in wanted) if wanted else (lambda _: True)
    found = [each.id for each in box.messages(campaign, states) if chosen(each.address)]
    box.move(found, into, now=world.now().timestamp(), why=why)
    click.echo(f"{count(len(found), 'message')}: {why}", err=True)
    return 0
