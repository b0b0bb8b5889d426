"""A draft: a wording before the gate, and what the makers of all drafts share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.model.numbers import WordingForm
from pressroom.numbers.wording.parts import complete
from pressroom.numbers.wording.site import Site, is_clause


@dataclass(frozen=True, slots=True)
class Draft:
    """A wording before the gate: the words of the label, and the tokens of the sentence that are in it.

    ``rule`` names how it was made; ``drops`` tells that the clause's verb or its auxiliaries are left out, so
    that the verb must be one that states; ``planned`` that the words themselves tell of a plan.
    """

    rule: str
    form: WordingForm
    label: str
    tokens: tuple[int, ...]
    drops: bool = False
    planned: bool = False

    @property
    def clausal(self) -> bool:
        """Whether it is a clause, with its verb: the text's own, or shortened."""
        return self.rule in ("clause", "shortened", "antecedent")


def find_head(site: Site, draft: Draft) -> int:
    """Return the head of the clause that a draft is."""
    if draft.rule == "antecedent":
        return site.clause
    own = set(draft.tokens)
    heads = [at for at in draft.tokens if site.tree.heads[at] not in own]
    return next((at for at in heads if is_clause(site.tree, at)), heads[0])


def state(site: Site, rule: str, label: str, used: tuple[int, ...]) -> Iterator[Draft]:
    """Yield a statement with all that belongs to it, if it can be had."""
    whole = complete(site, label, used)
    if whole is not None:
        yield Draft(rule, WordingForm.STATEMENT, whole[0], whole[1], drops=True)


def join(site: Site, label: str, rest: tuple[int, ...]) -> str:
    """Return words with those of tokens behind them: "cost of the line, 14 million less than planned"."""
    tail = site.slice(rest[0], rest[-1]) if rest else ""
    return f"{label}{'' if tail.startswith(',') else ' '}{tail}".strip()


def was_before(site: Site) -> bool:
    """Tell whether the tile shows the value before as well, "from £9 to £12"."""
    comparison = site.quantity.comparison
    return comparison is not None and comparison.kind == "from" and site.place.shown_start < site.place.start
