"""Numbers as the text states them: value, doubt, unit, what is counted, who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pressroom.model.span import Span


class Qualifier(StrEnum):
    """How sure the text is of the value. ``OVER`` excludes the bound, ``AT_LEAST`` includes it."""

    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"
    UP = "up"
    DOWN = "down"


class Kind(StrEnum):
    """What sort of quantity it is."""

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    DIMENSION = "dimension"
    TEMPERATURE = "temperature"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    VAGUE = "vague"


class Modality(StrEnum):
    """What the sentence claims of the number."""

    STATED = "stated"
    NEGATED = "negated"
    ALLEGED = "alleged"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Role(StrEnum):
    """What part the value plays in its sentence: 41 in "fell by 3 to 41, a level last seen in 2019" is the
    ``LEVEL``, 3 the ``CHANGE``. ``THRESHOLD`` is a limit or a mark, ``MARGIN`` a gap or a lead.
    """

    LEVEL = "level"
    CHANGE = "change"
    EARLIER = "earlier"
    THRESHOLD = "threshold"
    TARGET = "target"
    MARGIN = "margin"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends of a range, inclusive, low first."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A second value of the same measure: ``kind`` "from" ("from 90 to 120"), "was" ("up from 90"), "target",
    "whole" ("12 of the 40"). ``start`` and ``end`` are offsets like the quantity's own. ``in_time`` is False
    where the text only sets two values side by side ("compared with"): the other may be that of a place.
    """

    kind: str
    value: float
    text: str
    start: int
    end: int
    in_time: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of the text. Offsets are into ``Document.text``; ``text`` is exactly what stands there.

    ``value`` is in ``unit``: 4.5 million dollars is 4500000 "dollar"; None where the text gives only a word
    ("dozens"). ``unit`` is singular and canonical ("kilometre", "percent", "dollar", or the counted noun
    "soldier"); ``unit_text`` is as written. ``subject`` is what is counted, with its modifiers and participle
    ("North Korean soldiers killed or wounded"). ``rate`` is what money or a share is counted by ("per share",
    "per hour"); a measure or a count has it in its unit ("barrel per day"). ``attribution`` is who says so,
    ``period`` the time it holds for, both in the text's words. ``role`` is None where nothing tells it.
    ``previous`` are the sentences ahead of it in its paragraph, the nearest last.
    ``rules`` are the names of the rules that fired for it, in the order of the steps: "joining.tolerance".
    """

    text: str
    start: int
    end: int
    value: float | Interval | None
    kind: Kind
    sentence: Span
    sentence_text: str
    qualifier: Qualifier | None = None
    qualifier_text: str = ""
    unit: str = ""
    unit_text: str = ""
    subject: str = ""
    rate: str = ""
    attribution: str = ""
    period: str = ""
    comparison: Comparison | None = None
    modality: Modality = Modality.STATED
    role: Role | None = None
    quoted: bool = False
    previous: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[float, float | None]:
        """The value, zero for none, and the far end of a range."""
        if isinstance(self.value, Interval):
            return self.value.low, self.value.high
        return self.value or 0.0, None
