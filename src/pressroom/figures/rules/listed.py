"""Values that a sentence lists, each with its name: a table in words."""

from __future__ import annotations

from pressroom.figures.kinds import is_in_time
from pressroom.figures.plot.doubt import CAPPED, OPEN
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.titles import cut_clause, find_title, is_short, name_measure
from pressroom.figures.text.wholes import names_whole
from pressroom.model.figure import Series
from pressroom.model.numbers import RelationKind
from pressroom.model.quantity import Kind


def listed(found: Candidates) -> None:
    """Draw each list as bars, the largest first; those with a bound, and times, in the order of the text."""
    for relation in found.relations(RelationKind.LIST) if found.numbers.key else ():
        values = relation.quantities
        if values[0].kind is Kind.PERCENT and names_whole(found.document.text, values[0].end):
            continue  # of one whole, which they do not make up
        rows = list(zip(relation.names, values, strict=True))
        series = (Series("", tuple(found.datum(one) for one in values)),)
        timed = is_in_time(relation.names, series)
        if not timed and not any(one.qualifier in OPEN + CAPPED for one in values):
            rows.sort(key=lambda row: -row[1].ends[0])
        clause = cut_clause(found, values[0])
        title = find_title(found, values) or name_measure(found, values)
        title = title or (clause if is_short(clause) else "")
        dated = next((one for one in values if one.period), values[0])
        found.draw(
            "column" if timed else "bar",
            title,
            [name for name, _ in rows],
            (Series("", tuple(found.datum(one) for _, one in rows)),),
            [one for _, one in rows],
            subtitle=make_subtitle(dated, title),
        )
