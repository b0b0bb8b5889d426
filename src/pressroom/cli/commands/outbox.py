"""report outbox."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import click

from pressroom.circulate.mail.actions import find_campaigns, list_waiting_senders, move_messages
from pressroom.circulate.mail.custody import open_outbox
from pressroom.circulate.mail.outbox import Campaign, Outbox
from pressroom.circulate.mail.record import campaign_as_data, format_time, write_csv
from pressroom.circulate.mail.route import find_smtp_settings, make_route
from pressroom.cli.delivering import run_delivery
from pressroom.cli.reporter import count
from pressroom.cli.terminal import show, show_json, write_data
from pressroom.project import place as places
from pressroom.project.place import Place
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
    with closing(open_outbox(folder, place, world)) as outbox:
        campaigns = find_campaigns(outbox, campaign)
        match action:
            case "list":
                _print_campaigns(outbox, as_json=as_json)
            case "show":
                _print_messages(outbox, campaigns, as_json=as_json)
            case "export":
                _export(outbox, campaign, out, world)
            case "deliver":
                return _deliver(outbox, place, smtp or "", on_unknown or "", wait, world)
            case _:
                moved, why = move_messages(outbox, action, campaign, address, world)
                show(f"{count(moved, 'message')}: {why}", err=True)
    return 0


def _deliver(outbox: Outbox, place: Place, server: str, on_unknown: str, wait: float, world: World) -> int:
    senders = list_waiting_senders(outbox)
    if not senders:
        show("nothing to send", err=True)
        return 0
    settings = find_smtp_settings(place, world, server, on_unknown)
    return max(run_delivery(outbox, make_route(settings, sender, world), wait, world) for sender in senders)


def _print_campaigns(outbox: Outbox, *, as_json: bool) -> None:
    counts = {each.id: Counter(str(m.state) for m in outbox.messages(each.id)) for each in outbox.campaigns()}
    if as_json:
        rows = [
            {
                "campaign": each.id,
                "title": each.title,
                "source": each.name,
                "states": dict(counts[each.id]),
            }
            for each in outbox.campaigns()
        ]
        show_json({"campaigns": rows})
        return
    for each in outbox.campaigns():
        states = ", ".join(f"{number} {state}" for state, number in counts[each.id].items())
        show(f"{each.id}  {each.title}  ({each.name})  {states}")


def _print_messages(outbox: Outbox, campaigns: tuple[Campaign, ...], *, as_json: bool) -> None:
    if as_json:
        show_json({"campaigns": [campaign_as_data(outbox, each) for each in campaigns]})
        return
    for campaign in campaigns:
        show(f"{campaign.id}  {campaign.title}")
        for each in outbox.messages(campaign.id):
            said = f"{each.code} {each.reply}".removeprefix("0 ").strip()
            show(f"  {each.state:<10}{format_time(each.changed)}  {each.address}  {said}".rstrip())


def _export(outbox: Outbox, campaign: str, out: Path | None, world: World) -> None:
    text = write_csv(outbox, campaign)
    if out is None:
        write_data(text)
    else:
        world.write(out, b"\xef\xbb\xbf" + text.encode())  # so that Excel reads it as UTF-8
