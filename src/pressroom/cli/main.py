"""The command ``report``: finds the sub-command, maps errors to exit statuses."""

from __future__ import annotations

import os
import signal
import warnings
from contextlib import suppress
from getpass import GetPassWarning
from importlib import import_module
from itertools import islice
from pathlib import Path, PurePath

import click

from pressroom.cli.command_table import ABOUT, COMMANDS
from pressroom.cli.signals import Stopped, stop_on_signals
from pressroom.cli.terminal import show
from pressroom.errors import PressroomError, fault
from pressroom.version import __version__

_MOST_NAMES = 1000  # files of a folder among which a nearer name is sought


class LazyGroup(click.Group):
    """A group that knows its commands by a table and imports one only to run it or to show its own help."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None when there is no such name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)  # noqa: S101 - the table above is ours
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Make what is a file or a folder and no command; name the nearest command for an unknown name."""
        if args and args[0] not in COMMANDS and names_source(args[0]):
            args = ["make", *args]
        elif args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            cure = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(COMMANDS)}."
            if PurePath(args[0]).suffix or os.sep in args[0]:  # no command looks like a file
                names = [each.name for each in islice(Path(args[0]).parent.glob("*"), _MOST_NAMES)]
                files = get_close_matches(PurePath(args[0]).name, names, 1)
                ctx.fail(f"there is no file {args[0]!r}." + (f" Did you mean {files[0]}?" if files else ""))
            ctx.fail(f"there is no command {args[0]!r}. {cure}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


def names_source(argument: str) -> bool:
    """Tell whether an argument is a source: a file or a folder that is there, or stdin."""
    return argument == "-" or os.path.exists(argument)  # noqa: PTH110 - Path.exists raises for a name too long


@click.group(
    cls=LazyGroup,
    help=ABOUT,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110, "terminal_width": 110},
)
@click.version_option(__version__, prog_name="report", message="%(prog)s %(version)s")
def cli() -> None:
    """Hold the commands; what it is about stands in ABOUT."""


def run(arguments: list[str]) -> int:
    """Run the command line; return its status: 0 well, 1 failed, 2 wrong usage, 3 machine at fault."""
    try:
        with stop_on_signals(), warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # a password is asked for where nobody can hide it
            status = cli.main(arguments, standalone_mode=False, prog_name="report")
    except PressroomError as error:
        show(str(error.diagnostic), err=True)
        status = error.status
    except GetPassWarning:
        show("error: nobody is there to be asked for the password. Cure: give it: --password TEXT", err=True)
        status = 2
    except click.exceptions.Exit as error:
        status = error.exit_code
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        with suppress(OSError):  # the terminal may be gone
            show("stopped", err=True)
        asked = next((each for each in (error, error.__cause__) if isinstance(each, Stopped)), None)
        status = 128 + (asked.number if asked else signal.SIGINT)
    except (
        Exception
    ) as error:  # nobody foresaw it: one line all the same, with the place for whoever mends it
        if "PRESSROOM_TRACE" in os.environ:
            raise
        show(str(fault(error, "report")), err=True)
        status = 1
    return status if isinstance(status, int) else 0
