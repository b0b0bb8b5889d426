"""Where the command ``report`` begins: what needs no more is answered before click is imported.

Importing click costs six times Python's own start, more than the help or a look that finds nothing changed.
"""

from __future__ import annotations

import sys

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
    "print": ("pressroom.cli.commands.print", "Print a report: printer, copies, sides, booklet."),
    "check": ("pressroom.cli.commands.check", "Look over sources and outputs."),
    "pull": ("pressroom.cli.commands.pull", "Take edits made in Word back to the source."),
    "send": ("pressroom.cli.commands.send", "Send a report by mail, to each person on a list once."),
    "outbox": ("pressroom.cli.commands.outbox", "Look at what was sent, and go on with it."),
    "clean": ("pressroom.cli.commands.clean", "Forget what is kept from earlier runs."),
    "templates": ("pressroom.cli.commands.templates", "List the templates that are to hand."),
    "new": ("pressroom.cli.commands.new", "Begin a project in a new folder."),
    "doctor": ("pressroom.cli.commands.doctor", "Check that this machine has all that is needed."),
}


def main() -> None:
    """Run the command line and leave with its status."""
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        sys.stdout.write(help_text())
        sys.exit(0)
    if arguments[0] == "make":
        from pressroom.cache.manifests import unchanged_run

        words = unchanged_run(arguments)
        if words is not None:
            sys.stderr.write(words + "\n")
            sys.exit(0)
    from pressroom.cli.main import run

    sys.exit(run(arguments))


def help_text() -> str:
    """Return what click would print for ``report --help``; a test holds the two together."""
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {words}" for name, (_, words) in COMMANDS.items())
    return (
        f"Usage: report [OPTIONS] COMMAND [ARGS]...\n\n  {ABOUT}\n\n"
        "Options:\n  --version   Show the version and exit.\n  -h, --help  Show this message and exit.\n\n"
        f"Commands:\n{rows}\n"
    )


if __name__ == "__main__":
    main()
