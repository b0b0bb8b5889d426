"""A printer as it describes itself, and a job ticket held against what it can do.

Names of attributes and keywords are those of RFC 8011 and PWG 5101.1 (paper), 5100.1 (finishings).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.circulate.printing.ipp import Attribute, Attributes, integer, keyword
from pressroom.errors import PressroomError, UsageError
from pressroom.model.paper import PAPER_SIZES

SIDES = {"one": "one-sided", "long": "two-sided-long-edge", "short": "two-sided-short-edge"}
FINISHINGS = {  # enum values of finishings, PWG 5100.1 table 1
    "staple": 4,
    "punch": 5,
    "bind": 7,
    "saddle-stitch": 8,
    "edge-stitch": 9,
    "fold": 10,
    "staple-top-left": 20,
    "staple-bottom-left": 21,
    "staple-top-right": 22,
    "staple-bottom-right": 23,
    "staple-dual-left": 28,
    "staple-dual-top": 29,
    "punch-dual-left": 74,
    "punch-quad-left": 82,
    "fold-half": 93,
}
NAMES = {  # what users call an attribute
    "copies": "copies",
    "sides": "sides",
    "media": "paper",
    "print-color-mode": "colour",
    "finishings": "finishing",
    "job-hold-until": "hold",
}
STATES = {3: "ready", 4: "printing", 5: "stopped"}
COMPLAINTS = {  # printer-state-reasons, RFC 8011 5.4.12
    "media-empty": "the paper is out",
    "media-needed": "it needs paper",
    "media-jam": "paper is jammed",
    "media-low": "paper runs low",
    "toner-empty": "the toner is out",
    "toner-low": "toner runs low",
    "marker-supply-empty": "the ink is out",
    "marker-supply-low": "ink runs low",
    "door-open": "a door is open",
    "cover-open": "a cover is open",
    "input-tray-missing": "a paper tray is missing",
    "output-area-full": "the output tray is full",
    "offline": "it is offline",
    "paused": "it is paused",
    "shutdown": "it is switched off",
    "connecting-to-device": "it is being reached",
    "timed-out": "it does not answer",
}
# "cups-…" is CUPS' own book-keeping
_QUIET = re.compile(
    "none$|cups-|job-(?:completed-successfully|printing|incoming|queued)$|processing-to-stop-point$"
)
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Printer:
    """What a printer or queue says of itself; ``can`` holds its attributes "…-supported" as words."""

    name: str
    uri: str
    about: str
    state: str
    reasons: tuple[str, ...]
    accepts_jobs: bool
    can: dict[str, tuple[str, ...]]

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that it takes, by our names where we have one."""
        ours = {size.media: name for name, size in PAPER_SIZES.items()}
        return tuple(ours.get(media, media) for media in self.can.get("media", ()))


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a job is to be printed. Empty means: as the printer does by itself.

    ``sides`` is a key of SIDES, ``colour`` "color" or "monochrome", ``pages`` ranges of the document's pages
    from 1, ``finishings`` keys of FINISHINGS, ``hold`` keeps the job waiting until somebody releases it.
    """

    title: str
    copies: int = 1
    sides: str = ""
    paper: str = ""
    colour: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    finishings: tuple[str, ...] = ()
    hold: bool = False


def parse_printer(uri: str, group: Attributes) -> Printer:
    """Return the printer that a group of printer attributes describes."""
    state = group.get("printer-state")
    return Printer(
        name=str(group.get("printer-name", uri)),
        uri=uri,
        about=" ".join(
            dict.fromkeys(
                str(group[key])
                for key in ("printer-info", "printer-make-and-model", "printer-location")
                if group.get(key)
            )
        ),
        state=STATES.get(state, "unknown") if isinstance(state, int) else "unknown",
        reasons=describe_reasons(_list_words(group.get("printer-state-reasons"))),
        accepts_jobs=group.get("printer-is-accepting-jobs") is not False,
        can={
            key.removesuffix("-supported"): tuple(_list_words(value))
            for key, value in group.items()
            if key.endswith("-supported")
        },
    )


def describe_reasons(reasons: Iterable[str]) -> tuple[str, ...]:
    """Return IPP's reasons in plain words, without those that only say that all is well."""
    plain = (re.sub("-(?:error|warning|report)$", "", reason) for reason in reasons)
    return tuple(COMPLAINTS.get(reason, reason) for reason in plain if not _QUIET.match(reason))


def _list_words(value: object) -> Iterable[str]:
    values = value if isinstance(value, list) else [] if value is None else [value]
    for each in values:
        yield f"{each['lower']}-{each['upper']}" if isinstance(each, dict) and "upper" in each else str(each)


def build_attributes(ticket: Ticket, printer: Printer) -> list[Attribute]:
    """Return the job attributes of a ticket. Raises PressroomError for what the printer says it cannot do."""
    wanted = []
    if ticket.copies != 1:
        _check_copies(ticket.copies, printer)
        wanted.append(integer("copies", ticket.copies))
    if ticket.sides:
        wanted.append(keyword("sides", _check_ability(printer, "sides", SIDES[ticket.sides], ticket.sides)))
    if ticket.paper:
        media = PAPER_SIZES[ticket.paper].media
        wanted.append(keyword("media", _check_ability(printer, "media", media, ticket.paper)))
    if ticket.colour:
        wanted.append(
            keyword(
                "print-color-mode", _check_ability(printer, "print-color-mode", ticket.colour, ticket.colour)
            )
        )
    if ticket.pages:
        ranges = tuple(f"{first}-{last}" for first, last in ticket.pages)
        wanted.append(Attribute("rangeOfInteger", "page-ranges", ranges))
    if ticket.finishings:
        codes = tuple(
            int(_check_ability(printer, "finishings", str(FINISHINGS[name]), name))
            for name in ticket.finishings
        )
        wanted.append(Attribute("enum", "finishings", codes))
    if ticket.hold:
        wanted.append(
            keyword("job-hold-until", _check_ability(printer, "job-hold-until", "indefinite", "hold"))
        )
    return wanted


def _check_ability(printer: Printer, what: str, value: str, option: str) -> str:
    can = printer.can.get(what, ())
    if value in can:
        return value
    words = ", ".join(_list_values(printer, what, can)) or "nothing of the kind"
    raise PressroomError(
        f"the printer {printer.name} cannot do {NAMES[what]} {option!r}; it can: {words}",
        cure="choose one of these, leave the option out, or take another printer",
        rule="printer-cannot",
    )


def _list_values(printer: Printer, what: str, values: Iterable[str]) -> list[str]:
    """Return what a printer can in the words of our options, IPP's own where we have none."""
    if what == "media":
        return list(printer.papers)
    ours = {
        "sides": {keyword: name for name, keyword in SIDES.items()},
        "finishings": {str(code): name for name, code in FINISHINGS.items()} | {"3": "none"},
    }.get(what, {})
    return [ours.get(value, value) for value in values]


def list_abilities(printer: Printer) -> dict[str, list[str]]:
    """Return what may be asked of a printer, in the words of ``report print``'s options."""
    return {
        words: _list_values(printer, name, printer.can[name])
        for name, words in NAMES.items()
        if name in printer.can
    }


def _check_copies(copies: int, printer: Printer) -> None:
    most = max((int(word.rpartition("-")[2]) for word in printer.can.get("copies", ())), default=0)
    if most and copies > most:
        raise PressroomError(
            f"the printer {printer.name} makes at most {most} copies at a time, and {copies} were asked for",
            cure="print fewer at a time",
            rule="printer-cannot",
        )


def parse_page_ranges(words: str, count: int) -> tuple[tuple[int, int], ...]:
    """Read "1-3,7" against a document of ``count`` pages; ranges rise and do not overlap (RFC 8011 5.2.7)."""
    ranges: list[tuple[int, int]] = []
    for word in words.replace(" ", "").split(",") if words else ():
        found = _RANGE.fullmatch(word)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= count:
            raise UsageError(
                f"{word!r} are no pages of a document of {count}",
                cure='write pages as in "1-3,7"',
                rule="wrong-pages",
            )
        if ranges and first <= ranges[-1][1]:
            raise UsageError(
                f"the pages {words!r} do not rise",
                cure="name each page once, in the order of the document",
                rule="wrong-pages",
            )
        ranges.append((first, last))
    return tuple(ranges)


def count_sheets(pages: int, ticket: Ticket) -> int:
    """Count the sheets of paper that a job takes."""
    printed = sum(last - first + 1 for first, last in ticket.pages) or pages
    return ticket.copies * (printed if ticket.sides in ("", "one") else -(-printed // 2))
