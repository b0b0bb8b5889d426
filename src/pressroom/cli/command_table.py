"""The commands of ``report`` with their modules and help texts; light, since each start imports it."""

from __future__ import annotations

ABOUT = "Turn a plain text into a finished briefing: PDF to print, Word to edit, from one template."
# name → (module, what --help says of it); a module is imported only when its command is called for
COMMANDS = {
    "make": ("pressroom.cli.commands.make", "Make PDF and Word of sources."),
    "outline": ("pressroom.cli.commands.outline", "Show the section tree that was found in a source."),
    "numbers": (
        "pressroom.cli.commands.numbers",
        "Show every number of a source: kept or left out, and why.",
    ),
    "figures": (
        "pressroom.cli.commands.figures",
        "Show every picture considered: drawn or refused, and why.",
    ),
    "proof": (
        "pressroom.cli.commands.proof",
        "Make a sheet with each tile beside its sentence, and record who looked at it.",
    ),
    "preview": (
        "pressroom.cli.commands.preview",
        "Show texts and their pages in the browser, to be checked and edited.",
    ),
    "print": ("pressroom.cli.commands.print", "Print a report: printer, copies, sides, booklet."),
    "check": ("pressroom.cli.commands.check", "Look over sources and outputs."),
    "pull": ("pressroom.cli.commands.pull", "Take edits made in Word back to the source."),
    "send": ("pressroom.cli.commands.send", "Send a report by mail, to each person on a list once."),
    "outbox": ("pressroom.cli.commands.outbox", "Look at what was sent, and go on with it."),
    "clean": ("pressroom.cli.commands.clean", "Forget what is kept from earlier runs."),
    "templates": ("pressroom.cli.commands.templates", "List the templates that are to hand."),
    "new": ("pressroom.cli.commands.new", "Begin a project in a new folder."),
    "warm": ("pressroom.cli.commands.warm", "Keep a process ready, so that reports come at once."),
    "doctor": ("pressroom.cli.commands.doctor", "Check that this machine has all that is needed."),
}
