"""Parts of a whole: of a stated total, of a target, of a hundred."""

from __future__ import annotations

import re
from itertools import groupby, permutations

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import find_compared, make_subtitle
from pressroom.figures.rules.titles import find_title
from pressroom.figures.text.wholes import names_whole
from pressroom.model.figure import Datum, Series
from pressroom.model.quantity import Kind, Qualifier, Quantity, Role
from pressroom.translations import translate

MOST_SIGNS = 100
LONGEST_ROW = 8  # words that name a share among others
_N_IN_M = re.compile(
    r"(\d+)\s+(?:in|of|out of|von|sur|de cada|de)\s+(?:the |every |den )?(\d+)", re.IGNORECASE
)
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
        datum = found.datum(quantity)
        signs = (
            float(whole.value).is_integer()
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
            outer = Series("", (Datum(whole.value, None, None, whole.text),))
            found.draw("part", title, ("",), (inner, outer), (quantity,), subtitle=subtitle)


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
    """Per cents of something that the text names; rows of one picture when they stand in one sentence."""
    shares = [quantity for quantity in found.all if _is_share(quantity, found.document.text)]
    for _, group in groupby(shares, key=lambda quantity: quantity.sentence.start):
        _shares([*group], found)
    for quantity in found.numbers.quantities:
        counted = (
            _N_IN_M.search(quantity.text) if quantity.kind is Kind.RATIO and found.is_key(quantity) else None
        )
        if counted and 0 < int(counted[1]) <= int(counted[2]) <= MOST_SIGNS:
            datum = Datum(float(counted[1]), quantity.qualifier, None, found.shown(quantity))
            of = (("of", int(counted[2])),)
            row = (Series("", (datum,)),)
            title = find_title(found, [quantity], opening=True)
            found.draw("share", title, ("",), row, (quantity,), options=of)


def _is_share(quantity: Quantity, text: str) -> bool:
    low, high = quantity.ends
    return (
        quantity.kind is Kind.PERCENT
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
    title = find_title(found, rows, opening=True)
    data = tuple(found.datum(one) for one in rows)
    subtitle = make_subtitle(rows[0], title)
    found.draw("share", title, labels, (Series("", data),), rows, subtitle=subtitle)


def _are_apart(labels: list[str]) -> bool:
    """Tell whether rows have names, none of which opens with that of another."""
    return all(labels) and not any(one.startswith(other) for one, other in permutations(labels, 2))


def _named(quantity: Quantity, text: str) -> str:
    """Return the words after "of" up to the clause's end, "" where they are many or have a number."""
    after = _END_OF_NAME.split(text[quantity.end : quantity.sentence.end])[0]
    words = after.split()[1:]
    plain = not any(letter.isdigit() for letter in after)
    return " ".join(words).rstrip(".,;:") if plain and len(words) <= LONGEST_ROW else ""
