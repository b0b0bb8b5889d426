"""The distribution record: who was sent which bytes when, and what the server said."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

from pressroom.circulate.mail.outbox import Campaign, Message, Outbox

HEAD = (
    "campaign", "report_sha256", "source", "title", "sender", "address", "name", "state", "tries", "at",
    "code", "reply", "message_id", "message_sha256", "bytes", "attachments_sha256", "replaces",
)  # fmt: skip  # the columns of the table, in their order
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(outbox: Outbox, campaign: str = "") -> str:
    """Return the record of a campaign, or of all, as CSV; no cell is a formula to a spreadsheet."""
    known = {each.id: each for each in outbox.campaigns()}
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEAD)
    for message in outbox.messages(campaign):
        writer.writerow([_escape_cell(value) for value in _list_columns(known[message.campaign], message)])
    return buffer.getvalue()


def campaign_as_data(outbox: Outbox, campaign: Campaign) -> dict[str, object]:
    """Return a campaign with all its messages and each one's history as plain data."""
    return {
        "campaign": campaign.id,
        "report_sha256": campaign.report,
        "source": campaign.name,
        "title": campaign.title,
        "sender": campaign.sender,
        "created": format_time(campaign.created),
        "replaces": campaign.replaces,
        "messages": [
            {
                "address": message.address,
                "name": message.name,
                "state": str(message.state),
                "tries": message.tries,
                "message_id": message.message_id,
                "sha256": message.sha256,
                "bytes": message.size,
                "attachments": [{"name": name, "sha256": sha256} for name, sha256 in message.files],
                "code": message.code,
                "reply": message.reply,
                "steps": [
                    {"at": format_time(at), "state": str(state), "code": code, "reply": reply}
                    for at, state, code, reply in outbox.steps(message.id)
                ],
            }
            for message in outbox.messages(campaign.id)
        ],
    }


def format_time(seconds: float) -> str:
    """Print a time in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _list_columns(campaign: Campaign, message: Message) -> tuple[object, ...]:
    return (
        *(campaign.id, campaign.report, campaign.name, campaign.title, campaign.sender),
        *(message.address, message.name, message.state, message.tries, format_time(message.changed)),
        *(message.code or "", message.reply, message.message_id, message.sha256, message.size),
        *(" ".join(sha256 for _, sha256 in message.files), campaign.replaces),
    )


def _escape_cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
