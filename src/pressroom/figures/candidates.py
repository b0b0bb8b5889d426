"""What the rules look at: a document's numbers with their print forms and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pressroom.figures.compare import get_ends, is_usable
from pressroom.figures.kinds import why_unreadable
from pressroom.figures.text.wording import describe
from pressroom.model.document import Document
from pressroom.model.figure import Datum, Figure, Refusal, Series
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Quantity
from pressroom.model.span import Span

_PARTITIVE = re.compile(r"(?:of|von|vom|de|des|du|del)\s", re.IGNORECASE)


@dataclass(slots=True)
class Candidates:
    """The numbers of a document on their way to figures; a quantity that is drawn is not drawn again."""

    document: Document
    numbers: Numbers
    lang: str
    drawn: list[Figure] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    @property
    def key(self) -> tuple[Quantity, ...]:
        """The key quantities that can be drawn and are not yet, the weightiest first."""
        return tuple(one.quantity for one in self.numbers.key if self.free(one.quantity))

    @property
    def all(self) -> tuple[Quantity, ...]:
        """Every quantity that can be drawn and is not yet, in reading order."""
        return tuple(one for one in self.numbers.quantities if self.free(one))

    def free(self, quantity: Quantity) -> bool:
        """Tell whether a quantity can be drawn and is not yet."""
        return is_usable(quantity) and (quantity.start, quantity.end) not in self.taken

    def is_key(self, quantity: Quantity) -> bool:
        """Tell whether a quantity is one of the key numbers."""
        return any(one.quantity.start == quantity.start for one in self.numbers.key)

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

    def datum(self, quantity: Quantity) -> Datum:
        """Return a quantity as a datum with the words that the text has for it."""
        low, high = get_ends(quantity)
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
        if _PARTITIVE.match(title):
            title = f"{self.shown(first)} {title}"  # "38 of 96 sheets": a title without its number is none
        figure = Figure(
            id="",
            kind=kind,
            title=title[:1].upper() + title[1:],
            alt="",
            categories=tuple(categories),
            series=tuple(series),
            sources=spans,
            subtitle=subtitle,
            note=first.attribution,
            unit=first.unit,
            options=options,
            section=self.section(first.start),
        )
        reason = why_unreadable(figure)
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
