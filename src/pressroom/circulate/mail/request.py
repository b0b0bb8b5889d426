"""What is to be sent, to whom and how, as the user asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pressroom.project.place import Place
from pressroom.project.settings import Layer


@dataclass(frozen=True, slots=True)
class SendRequest:
    """A request to send a report by mail.

    ``source`` is the path of a text or a PDF, ``options`` the settings of the command line. ``lists`` are
    files or addresses, narrowed to ``groups`` and without those of the list ``suppress``; ``supersede`` names
    an earlier edition instead (its id, or "last"); ``to_sender`` sends to oneself alone, as a test that does
    not count as sent. ``skip_bad`` leaves out rows that are wrong, ``again`` repeats for those who were sent
    this very report. ``protect`` encrypts each PDF with its recipient's password; ``at`` is the time before
    which nothing is sent, "" for now.
    """

    source: Path
    place: Place
    options: Layer
    lists: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    suppress: str = ""
    supersede: str = ""
    to_sender: bool = False
    skip_bad: bool = False
    again: bool = False
    protect: bool = False
    at: str = ""
