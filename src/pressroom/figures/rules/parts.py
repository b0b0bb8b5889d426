"""Parts of a whole: of a stated total, of a target, of a hundred."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, permutations

from pressroom.figures.plot.doubt import OPEN
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import find_compared, make_subtitle
from pressroom.figures.rules.divided import divide
from pressroom.figures.rules.titles import cut_clause, find_title, is_short
from pressroom.figures.text.wholes import is_measured_by, names_whole
from pressroom.model.figure import Datum, Series
from pressroom.model.numbers import RelationKind
from pressroom.model.quantity import Kind, Qualifier, Quantity, Role
from pressroom.translations import translate

MOST_SIGNS = 100
MOST_IN_WORDS, WORDS_OF_FRACTION = 12, 2  # of how many, and "two thirds", not "four out of ten"
NO_MORE_THAN = 1e-6  # that a fraction may differ from a value
LONGEST_LABEL = 36  # letters beside a bar
LONGEST_NOUN = 40  # characters from a number to the end of what it counts
LONGEST_ROW = 8  # words that name a share among others
MOST_AHEAD = 5  # words of a sentence that a title may begin behind: "the firm has more than"
MORE_WORDS = 2  # of the last name than of the longest ahead of it
_NO_SHARE = (Role.CHANGE, Role.MARGIN, Role.EARLIER, Role.THRESHOLD, Role.TARGET)
_WORDS = re.compile(r"[^\W\d_]+")
_N_IN_M = re.compile(
    r"(\d+)\s+(?:in|of|out of|von|sur|de cada|de)\s+(?:the |every |den )?(\d+)", re.IGNORECASE
)
_OF_ONE = re.compile(r"\s(?:of\s)?an?\s|\s(?:Prozentpunkt|de punto|de point)", re.IGNORECASE)
_END_OF_NAME = re.compile(r"[,;:.]\s|\s(?:and|while|but|und|et|y)\s|[,;:.]$")


def part(found: Candidates) -> None:
    """A part of a total that the text states."""
    for quantity, whole in find_compared(found, ("whole",)):
        value, high = quantity.ends
        if not 0 < value <= whole.value:
            found.refuse("part", "the part is larger than the total the text gives", [quantity])
            continue
        if value < whole.value / 100:
            found.refuse("share", "a share below one in a hundred cannot be seen", [quantity])
            continue
        datum, total = found.datum(quantity), found.compared(quantity)
        doubted = total is not None and total.qualifier is not None
        signs = (
            not doubted
            and float(whole.value).is_integer()
            and whole.value <= MOST_SIGNS
            and float(value).is_integer()
            and high is None
        )
        title = find_title(found, [quantity])
        subtitle = make_subtitle(quantity, title)
        if signs:
            words = translate("of_which", found.lang, part=found.level(quantity), whole=whole.text)
            row = Series("", (Datum(value, quantity.qualifier, None, words),))
            of = (("of", int(whole.value)),)
            found.draw("share", title, ("",), (row,), (quantity,), subtitle=subtitle, options=of)
        else:
            inner = Series("", (Datum(value, datum.qualifier, high, found.level(quantity)),))
            of_all = found.datum(total) if total and doubted else Datum(whole.value, None, None, whole.text)
            outer = Series("", (of_all,))
            found.draw("part", title, ("",), (inner, outer), (quantity,), subtitle=subtitle)
    _told_apart(found)


def _told_apart(found: Candidates) -> None:
    """A part that the text tells of a count: "54 people, including 12 children"."""
    for relation in found.relations(RelationKind.PART):
        inner, outer = relation.quantities
        low, whole = inner.ends[0], outer.ends[0]
        if low < whole / 100:
            found.refuse("share", "a share below one in a hundred cannot be seen", [inner])
            continue
        first, second = sorted(relation.quantities, key=lambda one: one.start)
        clause = cut_clause(found, second)
        title = find_title(found, (first, second)) or (clause if is_short(clause) else "")
        title = title or _quote(first, second, found)
        series = tuple(
            Series("", (replace(found.datum(one), label=_with_noun(one, found)),)) for one in (inner, outer)
        )
        found.draw("part", title, ("",), series, relation.quantities, subtitle=make_subtitle(inner, title))


def _with_noun(quantity: Quantity, found: Candidates) -> str:
    """Return a number with the words behind it up to what it counts, as they are written: "35 mining
    customers"; the number alone where the noun stands elsewhere.
    """
    words = f"{found.level(quantity)}{found.document.text[quantity.end : _end_of_noun(quantity, found)]}"
    told = " ".join(words.split())
    return told if len(told) <= LONGEST_LABEL else found.level(quantity)


def _end_of_noun(quantity: Quantity, found: Candidates) -> int:
    behind = found.document.text[quantity.end : quantity.end + LONGEST_NOUN]
    words = quantity.unit_text
    noun = re.match(rf"[^\d,;:.()]*?\b{re.escape(words)}\b", behind) if words else None
    return quantity.end + noun.end() if noun else quantity.end


def _quote(first: Quantity, second: Quantity, found: Candidates) -> str:
    """Return the words from one number to the end of the sentence, or to what another counts where a further
    number follows; "" where they are many.
    """
    end, text = second.sentence.end, found.document.text
    if len(text[first.sentence.start : first.start].split()) > MOST_AHEAD:
        return ""  # whoever has or did all that would be left out
    if any(sign.isdigit() for sign in text[second.end : end]):
        end = _end_of_noun(second, found)
    told = " ".join(f"{found.level(first)}{text[first.end : end]}".split()).rstrip(".")
    return told if is_short(told) and not _named_between(first, second, found) else ""


def _named_between(first: Quantity, second: Quantity, found: Candidates) -> bool:
    return any(first.start < one.start < second.start for one in found.numbers.quantities)


def target(found: Candidates) -> None:
    """A value and its target."""
    for quantity, aim in find_compared(found, ("target",)):
        title = find_title(found, [quantity])
        found.draw(
            "target",
            title,
            ("",),
            (
                Series(translate("actual", found.lang), (found.datum(quantity),)),
                Series(translate("target", found.lang), (Datum(aim.value, None, None, aim.text),)),
            ),
            (quantity,),
            subtitle=make_subtitle(quantity, title),
        )


def share(found: Candidates) -> None:
    """Per cents of something that the text names; rows of one picture when they stand in one sentence, first
    those that make up a whole.
    """
    divide(found)
    shares = [quantity for quantity in found.all if _is_share(quantity, found.document.text)]
    for _, group in groupby(shares, key=lambda quantity: quantity.sentence.start):
        _shares([*group], found)
    for quantity in found.numbers.quantities:
        drawable = found.is_key(quantity) and (quantity.kind is Kind.RATIO or found.free(quantity))
        drawable = drawable and not is_measured_by(found.document.text, quantity.end)
        counted = _count_out(quantity, found.document.text) if drawable else None
        if counted and quantity.qualifier in OPEN and counted[1] - counted[0] <= 1:
            found.refuse(
                "share", "beside the arrow for more than it, no sign of its whole would be left", [quantity]
            )
        elif counted:
            datum = Datum(float(counted[0]), quantity.qualifier, None, found.shown(quantity))
            of = (("of", counted[1]),)
            row = (Series("", (datum,)),)
            title = find_title(found, [quantity])
            subtitle = make_subtitle(quantity, title)
            found.draw("share", title, ("",), row, (quantity,), subtitle=subtitle, options=of)


def _count_out(quantity: Quantity, text: str) -> tuple[int, int] | None:
    """Return how many of how many a share in words or in two numbers tells: "3 in 10", "one in five", "two
    thirds"; None for other numbers, and where the text counts in more than the fewest: "four out of ten".
    """
    value = quantity.value
    told = quantity.kind is Kind.RATIO or (quantity.kind is Kind.NUMBER and not quantity.unit)
    if not told or quantity.role in _NO_SHARE:
        return None
    digits = _N_IN_M.search(quantity.text)
    if digits:
        part, whole = int(digits[1]), int(digits[2])
        return (part, whole) if 0 < part <= whole <= MOST_SIGNS else None
    if not isinstance(value, float) or not 0 < value < 1 or any(sign.isdigit() for sign in quantity.text):
        return None
    fraction = Fraction(value).limit_denominator(MOST_IN_WORDS)
    if _OF_ONE.match(text, quantity.end):
        return None  # "half a percentage point"
    exact = abs(float(fraction) - value) < NO_MORE_THAN
    plain = fraction.numerator == 1 or len(_WORDS.findall(quantity.text)) <= WORDS_OF_FRACTION
    return (fraction.numerator, fraction.denominator) if exact and plain else None


def _is_share(quantity: Quantity, text: str) -> bool:
    low, high = quantity.ends
    return (
        quantity.kind is Kind.PERCENT
        and not quantity.unit.endswith("point")  # of per cent, or basis points
        and quantity.qualifier not in (Qualifier.UP, Qualifier.DOWN)
        and quantity.role not in (Role.CHANGE, Role.MARGIN)
        and 0 <= low <= (high or low) <= 100
        and names_whole(text, quantity.end)
    )


def _shares(rows: list[Quantity], found: Candidates) -> None:
    """Draw the shares of one sentence: in rows where each is named, else the first by itself."""
    if not any(found.is_key(one) for one in rows):
        return
    labels = [_named(one, found.document.text) for one in rows]
    if len(rows) > 1 and not _are_apart(labels):
        rows = [one for one in rows if found.is_key(one)][:1]
    if len(rows) == 1:
        labels = [""]
        if rows[0].ends[0] < 1:
            found.refuse("share", "a share below one in a hundred cannot be seen", rows)
            return
    title = find_title(found, rows)
    data = tuple(found.datum(one) for one in rows)
    subtitle = make_subtitle(rows[0], title)
    found.draw("share", title, labels, (Series("", data),), rows, subtitle=subtitle)


def _are_apart(labels: list[str]) -> bool:
    """Tell whether rows have names, none of which opens with that of another or runs on into what is said of
    all: "63% of pupils and 27% of teachers eat in the canteen".
    """
    if not all(labels) or any(one.startswith(other) for one, other in permutations(labels, 2)):
        return False
    *others, last = (len(label.split()) for label in labels)
    return not others or last <= max(others) + MORE_WORDS


def _named(quantity: Quantity, text: str) -> str:
    """Return the words after "of" that name what has a share, else all up to the clause's end, "" where they
    are many or have a number.
    """
    subject = re.match(rf"\s\w+\s{re.escape(quantity.subject)}\b", text[quantity.end : quantity.sentence.end])
    if quantity.subject and subject:
        return quantity.subject
    after = _END_OF_NAME.split(text[quantity.end : quantity.sentence.end])[0]
    words = after.split()[1:]
    plain = not any(letter.isdigit() for letter in after)
    return " ".join(words).rstrip(".,;:") if plain and len(words) <= LONGEST_ROW else ""
