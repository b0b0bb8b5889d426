"""What is chosen from the numbers of a text: the key ones, what is left out and why, events, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.quantity import Quantity
from pressroom.model.span import Span


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event in the text's words. ``iso`` is "2022", "2022-02", "2022-02-24" or "" where the text
    leaves the date open ("in June", with no year to be had). ``bound`` tells that it is a limit ("by 2050",
    "since 2013"), on which nothing need happen.
    """

    text: str
    start: int
    end: int
    iso: str
    what: str
    sentence: Span
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the score: the rule's name, its points, and its say in words."""

    rule: str
    points: int
    words: str


class WordingForm(StrEnum):
    """How much of its sentence a tile takes: a noun phrase, a noun phrase with what is said of it, the clause
    with the number in it, or the whole sentence.
    """

    PHRASE = "phrase"
    STATEMENT = "statement"
    CLAUSE = "clause"
    SENTENCE = "sentence"


TOO_LONG = "too long for a tile"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a tile: what it would print, and why it was refused, "" where it passed.

    ``detail`` is its small print: who says so, and for which time. Nothing else stands against a wording that
    is refused as ``TOO_LONG``. ``whole`` tells that it leaves out nothing that the sentence tells.
    """

    display: str
    label: str
    form: WordingForm
    refused: str = ""
    detail: str = ""
    whole: bool = True


def find_shown(wordings: Sequence[Wording]) -> Wording | None:
    """Return the wording that a tile shows: the first that passed and leaves nothing out, else the first that
    passed; None for none.
    """
    passed = [one for one in wordings if not one.refused]
    return next((one for one in passed if one.whole), passed[0] if passed else None)


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A quantity chosen for show.

    ``display`` is what a tile prints, qualifier included, in the text's words and digits ("over 1,100");
    ``label`` says what is counted or said of it. ``wordings`` are those that were tried, in their order, of
    which ``find_shown`` takes one. ``name`` names what is counted in two or three words, for pictures.
    ``edited`` lists the fields that an editor changed by hand; ``pinned`` is one that an editor wants shown.
    """

    id: str
    quantity: Quantity
    display: str
    label: str
    score: int
    reasons: tuple[Reason, ...]
    detail: str = ""
    edited: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    name: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A quantity (or a number-like thing that is none) left out of the key numbers, with its reason.

    ``wordings`` are those that were tried for its tile.
    """

    text: str
    start: int
    end: int
    line: int
    reason: str
    quantity: Quantity | None = None
    rule: str = (
        ""  #: the name of the rule for numbers that tells so, "" where it is the ranking that left it out
    )
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values that the text gives for one thing; shown to the user, never averaged."""

    first: Quantity
    second: Quantity
    words: str


class RelationKind(StrEnum):
    """How quantities belong together: an amount and what was estimated ``EARLIER``; a total and the number of
    its ``OCCASIONS``; several ``MEASURES`` of one thing; a ``PART`` of a count, and that count; the values of
    a ``LIST``, each with its name.
    """

    EARLIER = "earlier"
    OCCASIONS = "occasions"
    MEASURES = "measures"
    PART = "part"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class NumberRelation:
    """Quantities that the text relates to each other, in its order.

    ``names`` has a word of the text for each, "" where there is none: "previous intelligence".
    """

    kind: RelationKind
    quantities: tuple[Quantity, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberChange:
    """What changed to a value that is told with the one before it, in the text's words.

    ``start`` is that of the quantity with the comparison; ``words`` say what changed, "Mortality fell";
    ``counted`` is what stands behind the value: "deaths per thousand births", "of the members", "" for none.
    """

    start: int
    words: str
    counted: str = ""


@dataclass(frozen=True, slots=True)
class EventSequence:
    """Events of one section in an order that the text gives; ``what`` of each is cut to its clause.

    ``unplaced`` are dates of the section that nothing orders among them.
    """

    events: tuple[Event, ...]
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a document, in reading order except ``key``, which is ranked."""

    quantities: tuple[Quantity, ...] = ()
    key: tuple[KeyNumber, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relations: tuple[NumberRelation, ...] = ()
    sequences: tuple[EventSequence, ...] = ()
    changes: tuple[NumberChange, ...] = ()
    notes: tuple[Diagnostic, ...] = ()  #: what an editor is to know of the entries that steer them
