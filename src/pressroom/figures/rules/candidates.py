"""What the rules look at: a document's numbers with their print forms and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pressroom.figures.kinds import why_unreadable
from pressroom.figures.text.statements import find_statement_objection
from pressroom.figures.text.wording import describe
from pressroom.model.document import Document
from pressroom.model.figure import MOST_TITLE_WORDS, Datum, Figure, Refusal, Series
from pressroom.model.numbers import KeyNumber, NumberChange, NumberRelation, Numbers, RelationKind
from pressroom.model.quantity import Kind, Qualifier, Quantity
from pressroom.model.span import Span

SCALED = (Kind.NUMBER, Kind.PERCENT, Kind.CURRENCY, Kind.DIMENSION, Kind.TEMPERATURE, Kind.DURATION)
_FINDINGS = frozenset(("poll", "survey", "study", "report", "census", "sondage", "encuesta"))
NO_TITLE = f"no title of at most {MOST_TITLE_WORDS} words of the text says what it shows"


@dataclass(slots=True)
class Candidates:
    """The numbers of a document on their way to figures; a quantity that is drawn is not drawn again."""

    document: Document
    numbers: Numbers
    lang: str
    drawn: list[Figure] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    usable: tuple[Quantity, ...] = field(init=False)  #: what can be drawn, whether it is or not
    _by_sentence: dict[int, list[Quantity]] = field(init=False)
    _places: frozenset[tuple[int, int]] = field(init=False)  # of those that can be drawn

    def __post_init__(self) -> None:
        """Look at each quantity once: every rule asks for all of them."""
        self.usable = tuple(
            one
            for one in self.numbers.quantities
            if one.kind in SCALED and not find_statement_objection(one, self.document)
        )
        self._places = frozenset((one.start, one.end) for one in self.usable)
        self._by_sentence = {}
        for one in self.usable:
            self._by_sentence.setdefault(one.sentence.start, []).append(one)

    @property
    def key(self) -> tuple[Quantity, ...]:
        """The key quantities that can be drawn and are not yet, the weightiest first."""
        return tuple(one.quantity for one in self.numbers.key if self.free(one.quantity))

    @property
    def all(self) -> tuple[Quantity, ...]:
        """Every quantity that can be drawn and is not yet, in reading order."""
        return tuple(one for one in self.usable if (one.start, one.end) not in self.taken)

    def relations(self, kind: RelationKind) -> list[NumberRelation]:
        """Return the relations of a kind whose quantities can be drawn and are not yet."""
        return [
            one
            for one in self.numbers.relations
            if one.kind is kind and all(self.free(quantity) for quantity in one.quantities)
        ]

    def find_beside(self, quantity: Quantity) -> tuple[Quantity, ...]:
        """Return those of the sentence of a quantity, with itself, that can be drawn and are not yet."""
        beside = self._by_sentence.get(quantity.sentence.start, ())
        return tuple(one for one in beside if (one.start, one.end) not in self.taken)

    def free(self, quantity: Quantity) -> bool:
        """Tell whether a quantity can be drawn and is not yet."""
        place = quantity.start, quantity.end
        return place in self._places and place not in self.taken

    def key_number(self, quantity: Quantity) -> KeyNumber | None:
        """Return a quantity as a key number, None where it is none."""
        return next((one for one in self.numbers.key if one.quantity.start == quantity.start), None)

    def is_key(self, quantity: Quantity) -> bool:
        """Tell whether a quantity is one of the key numbers."""
        return self.key_number(quantity) is not None

    def find_change(self, quantity: Quantity) -> NumberChange | None:
        """Return what the text says changed to a quantity, None where it does not say so in few words."""
        return next((one for one in self.numbers.changes if one.start == quantity.start), None)

    def shown(self, quantity: Quantity) -> str:
        """Return a quantity as the text prints it, its qualifier ahead."""
        for one in self.numbers.key:
            if one.quantity.start == quantity.start:
                return one.display
        words = quantity.qualifier_text
        return quantity.text if not words or quantity.text.startswith(words) else f"{words} {quantity.text}"

    def label(self, quantity: Quantity) -> str:
        """Return what a quantity counts, in the text's words."""
        for one in self.numbers.key:
            if one.quantity.start == quantity.start and (one.name or one.label):
                return one.name or one.label
        other = self.compared(quantity)
        return quantity.subject or (self.label(other) if other else "") or quantity.unit_text or quantity.unit

    def compared(self, quantity: Quantity) -> Quantity | None:
        """Return the quantity that another is compared with, where it was found as one of its own ("the
        40 schools").
        """
        if quantity.comparison is None:
            return None
        held = [one for one in self.numbers.quantities if one.start <= quantity.comparison.start < one.end]
        return next((one for one in held if one.start != quantity.start and one.comparison is None), None)

    def find_source(self, quantity: Quantity) -> str:
        """Return who says a quantity, in the text's words, "" for nobody."""
        key = self.key_number(quantity)
        if quantity.attribution or key is None or key.edited:
            return quantity.attribution
        return key.detail.removesuffix(quantity.period).rstrip(", ")

    def level(self, quantity: Quantity) -> str:
        """Return a value with the word that bounds it, without what it was before."""
        words = "" if quantity.qualifier in (Qualifier.UP, Qualifier.DOWN) else quantity.qualifier_text
        known = not words or quantity.text.lower().startswith(words.lower())
        return quantity.text if known else f"{words} {quantity.text}"

    def places(self, quantity: Quantity, sentence: str) -> list[tuple[int, int]]:
        """Return where a quantity with its qualifier, and what it is compared with, stand in its sentence."""
        key, start = self.key_number(quantity), quantity.sentence.start
        forms = (*((key.display,) if key else ()), self.level(quantity), quantity.text)
        found = next(filter(None, (_find(text, sentence, quantity.start - start) for text in forms)), (0, 0))
        other = quantity.comparison
        if other is None or not start <= other.start < quantity.sentence.end:
            return [found]
        return [found, _find(other.text, sentence, other.start - start) or found]

    def datum(self, quantity: Quantity) -> Datum:
        """Return a quantity as a datum with the words that the text has for it."""
        low, high = quantity.ends
        return Datum(low, quantity.qualifier, high, self.shown(quantity))

    def section(self, offset: int) -> str:
        """Return the id of the section that an offset stands in, "" before the first."""
        return self.document.find_section(offset)

    def draw(
        self,
        kind: str,
        title: str,
        categories: Iterable[str],
        series: Iterable[Series],
        quantities: Iterable[Quantity],
        *,
        subtitle: str = "",
        options: tuple[tuple[str, object], ...] = (),
    ) -> None:
        """Add a figure of quantities, or its refusal when nobody could read it."""
        from dataclasses import replace

        from_text = tuple(quantities)
        spans = tuple(dict.fromkeys(quantity.sentence for quantity in from_text))
        first = from_text[0]
        figure = Figure(
            id="",
            kind=kind,
            title=title[:1].upper() + title[1:],
            alt="",
            categories=tuple(name[:1].upper() + name[1:] for name in categories),
            series=tuple(series),
            sources=spans,
            subtitle="" if subtitle.lower() in title.lower() else subtitle[:1].upper() + subtitle[1:],
            note=next(filter(_names_somebody, map(self.find_source, from_text)), ""),
            unit=first.unit,
            options=options,
            section=self.section(first.start),
        )
        reason = why_unreadable(figure) if title else NO_TITLE
        if reason:
            self.refuse(kind, reason, from_text)
            return
        others = [other for other in map(self.compared, from_text) if other]
        self.taken |= {(quantity.start, quantity.end) for quantity in (*from_text, *others)}
        self.drawn.append(replace(figure, alt=describe(figure, self.lang)))

    def refuse(
        self, kind: str, reason: str, quantities: Iterable[Quantity] = (), spans: tuple[Span, ...] = ()
    ) -> None:
        """Put a refusal on record."""
        from_text = tuple(quantities)
        about = " · ".join(self.shown(quantity) for quantity in from_text)
        sentences = tuple(dict.fromkeys(quantity.sentence for quantity in from_text))
        refusal = Refusal(kind, reason, sentences or spans, about)
        if refusal not in self.refused:
            self.refused.append(refusal)


def _names_somebody(source: str) -> bool:
    """Tell whether words for a source tell who or what it is: not "region"."""
    return len(source.split()) > 1 or source[:1].isupper() or source in _FINDINGS


def _find(text: str, sentence: str, meant: int) -> tuple[int, int] | None:
    """Return where words stand in a sentence, nearest to where they are meant to."""
    words = re.escape(" ".join(text.split()))
    found = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", sentence, re.IGNORECASE)]
    return min(found, key=lambda place: abs(place[0] - meant), default=None)
