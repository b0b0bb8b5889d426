"""Rules of the gate about what stands right beside a cut, which the wording would need."""

from __future__ import annotations

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.gate.times import counts
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site, child, tells_time
from pressroom.syntax import FINITE


def drops_article(site: Site, draft: Draft) -> bool:
    """What the text has told of is no news: "the three boats" are no "three boats", and "the 11 people" needs
    the clause that says which.
    """
    tree, ahead = site.tree, site.first - 1
    if draft.form is WordingForm.SENTENCE or site.quantity.kind is not Kind.NUMBER or ahead < 0:
        return False
    if tree.words[ahead].lower() not in site.words.definite:
        return False
    return ahead not in draft.tokens or any(
        tree.relations[at] == "acl:relcl" for at in range(draft.tokens[-1] + 1, len(tree))
    )


def drops_concession(site: Site, draft: Draft) -> bool:
    """The word that takes back a clause ahead is cut from it: "although | rents fell, fares rose by 5%"."""
    tree, first = site.tree, min(*draft.tokens, site.first)
    conceded = tree.words[0].lower() in site.words.conceding and first > 0
    return conceded and "," in tree.words[first : site.first]


def cuts_range(site: Site, draft: Draft) -> bool:
    """A stretch of time is cut ahead of its end: "from May | through September"."""
    tree, last = site.tree, max(*draft.tokens, site.last)
    time = tells_time(site, last) or tree.words[last].lower() in site.words.times
    if not time or last + 1 >= len(tree) or tree.tags[last + 1] not in ("ADP", "CCONJ"):
        return False
    opening = child(tree, last, "case")
    return opening is not None and tree.words[opening].lower() in site.words.ranging


def drops_source(site: Site, draft: Draft) -> bool:
    """Who says or wants it follows the cut, and no small print has it: "| , as the minister demanded"."""
    tree, last = site.tree, max(*draft.tokens, site.last)
    if draft.form is WordingForm.SENTENCE or site.quantity.attribution or last + 2 >= len(tree):
        return False
    told = any(tree.tags[at] in (*FINITE, "VERB-Past") for at in range(last + 3, len(tree)))
    return tree.words[last + 1] == "," and tree.words[last + 2].lower() in site.words.sourcing and told


def drops_topic(site: Site, draft: Draft) -> bool:
    """What a clause is about stands in the one ahead of its colon or its dash: "Fares rose: | the rise to £9
    was …", "two of the schools are poor—| at each school half of the pupils …".
    """
    tree, first = site.tree, min(*draft.tokens, site.first)
    marks = (":", "—", "–")
    colon = next((at for at in range(first - 1, 0, -1) if tree.words[at] in marks), None)
    if draft.form is WordingForm.SENTENCE or colon is None:
        return False
    return any(tree.tags[at] in FINITE for at in range(colon))


def drops_other_half(site: Site, draft: Draft) -> bool:
    """A semicolon sets another number against this one, "£25m in 2028; | this year £21m", or joins it to more
    clauses of which some are left out.
    """
    tree, inside = site.tree, range(draft.tokens[0], draft.tokens[-1] + 1)
    marks = [at for at in range(len(tree)) if tree.words[at] == ";"]
    if draft.form is WordingForm.SENTENCE or not marks:
        return False
    first = max((at for at in marks if at < site.first), default=0)
    last = min((at for at in marks if at > site.last), default=len(tree))
    others = (at for at in range(len(tree)) if not first <= at < last and at not in draft.tokens)
    return any(at in inside for at in marks) or any(counts(site, at) for at in others)
