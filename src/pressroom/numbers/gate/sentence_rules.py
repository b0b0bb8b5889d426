"""Rules of the gate about a sentence and its number, whatever the wording: names, questions, quotations."""

from __future__ import annotations

import re

from pressroom.model.quantity import Kind, Qualifier
from pressroom.numbers.gate.times import counts
from pressroom.numbers.languages import language
from pressroom.numbers.wording.clauses import DASHES
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site, tells_time
from pressroom.syntax import FINITE

NEAR_DIFFERENCE = 5  # tokens from a value by which another differs to the word that says so
OLDEST = 100


def is_conceded(site: Site, _draft: Draft) -> bool:
    """The sentence sets another value against this one, which only leads up to it: "while rents rose by 1% in
    the north, they rose by 4% in the south".
    """
    words = site.tree.words
    if words[0].lower() not in site.words.conceding or "," not in words[site.last + 1 :]:
        return False
    return any(any(map(str.isdigit, word)) for word in words[words.index(",", site.last + 1) :])


def lacks_speaker(site: Site, _draft: Draft) -> bool:
    """Words within quotation marks, of somebody who is not named under them."""
    if site.quantity.attribution:
        return False
    ahead = site.quantity.sentence_text[: site.place.shown_start]
    pairs = (("“", "”"), ("«", "»"), ("„", "“"))
    return ahead.count('"') % 2 == 1 or any(ahead.count(one) > ahead.count(other) for one, other in pairs)


def is_address(site: Site, _draft: Draft) -> bool:
    """The sentence sends its reader to a web address."""
    return re.search(r"https?://|\bwww\.|\w\.[a-z]{2,4}/\w", site.quantity.sentence_text) is not None


def is_name(site: Site, _draft: Draft) -> bool:
    """A sum that names something: "the New $100 Note"."""
    tree, at = site.tree, site.nominal
    if site.words.capital_nouns or site.quantity.kind is not Kind.CURRENCY or not tree.words[at].istitle():
        return False
    headline = sum(word[:1].isupper() for word in tree.words) > len(tree) / 2
    return at > site.last and site.first > 0 and tree.words[site.first - 1][:1].isupper() and not headline


def is_age(site: Site, _draft: Draft) -> bool:
    """A limit of age ahead of what is no count: "the under 18 conception rate"."""
    quantity, tree = site.quantity, site.tree
    bound = quantity.kind is Kind.NUMBER and quantity.qualifier in (Qualifier.UNDER, Qualifier.OVER)
    if bound and site.first <= site.clause <= site.last:
        return True  # "half the people are under 25"
    small = isinstance(quantity.value, float | int) and quantity.value < OLDEST
    return bound and small and tree.tags[site.nominal] == "NOUN-Sing" and site.nominal > site.last + 1


def is_listed(site: Site, _draft: Draft) -> bool:
    """Another number follows as its alternative, or as the rest of it: "6000, 7000", "52, 404", "248 737";
    not one by which it differs from others, "4.5%, 0.6 points higher than in May", nor what it was before.
    """
    text, end = site.quantity.sentence_text, site.place.shown_end
    near = (site.tree.words[at].lower() for at in (site.first - 1, site.last + 1) if 0 <= at < len(site.tree))
    if site.quantity.kind is Kind.DIMENSION and not site.words.sides.union("x×").isdisjoint(near):
        return True  # "a four foot by three foot tunnel"
    if len(_IN_BRACKETS.findall(text)) >= LEAST_OF_A_LIST and text[: site.place.shown_start].rstrip(
        "+-−±"
    ).endswith("("):
        return True  # "banks (−0.2%), shops (−0.4%) and yards (−1.2%)"
    if _is_grouped_apart(site) or _follows_number(site):
        return True
    if _has_earlier_in_brackets(site):
        return False
    if re.match(r"\s[\d(]?\d", text[end:]) or re.search(r"\d\s$", text[: site.place.shown_start]):
        return True
    if not re.match(r",\s?\d", text[end:]):
        return False
    behind = (word.lower() for word in site.tree.words[site.last + 2 : site.last + 2 + NEAR_DIFFERENCE])
    return site.words.differing.isdisjoint(behind)


def _has_earlier_in_brackets(site: Site) -> bool:
    """Tell whether the bracket behind a number has the value before: "was 90% (2022: 89%)"."""
    before, text = site.quantity.comparison, site.quantity.sentence_text
    if before is None or before.kind != "was":
        return False
    between = text[site.place.shown_end : before.start - site.quantity.sentence.start]
    return between.startswith(" (") and between.count("(") == 1 and ":" in between


_IN_BRACKETS = re.compile(r"\([+−–±-]?[\d.,]+\s?(?:%|[^\W\d_]+)\)")
LEAST_OF_A_LIST = 3  # numbers in brackets


def _is_grouped_apart(site: Site) -> bool:
    """Tell whether spaces part the digits of a number where commas are written: "248 737 airplanes"."""
    grouped = re.search(r"\d \d{3}\b", site.quantity.text) is not None
    return grouped and language(site.lang).numerals.grouping == ","


def _follows_number(site: Site) -> bool:
    """Tell whether a number that counts the same stands ahead: "6000, 7000 pieces", not "week 20, 312"."""
    tree, ahead = site.tree, site.first - 2
    if _GROUPS.search(site.quantity.sentence_text[: site.place.end]) and not _counts_time(site, ahead):
        return True  # "52, 404 boats", a space within one number; not "week 20, 312 boats"
    if ahead < 0 or tree.words[ahead + 1] != "," or not tree.words[ahead].isdigit():
        return False
    return tree.tags[ahead] == "NUM" and tree.heads[ahead] > ahead and not tells_time(site, ahead)


def is_difference(site: Site, draft: Draft) -> bool:
    """A difference without the value that it belongs to: "14 million less than planned"."""
    behind = [word.lower() for word in site.tree.words[site.last + 1 : site.last + 3]]
    if not behind or not (
        behind[0] in site.words.differing or (behind[1:] and behind[1] in site.words.differing)
    ):
        return False
    ahead = [at for at in draft.tokens if at < site.first]
    if any(counts(site, at) for at in ahead):
        return True  # "was £54 million, £2 million more than in May"
    return draft.rule != "clause" or not any(site.tree.tags[at].startswith(("NOUN", "PROPN")) for at in ahead)


def holds_dateline(site: Site, _draft: Draft) -> bool:
    """A title without a full stop runs on into the place that opens the text: "Port Gets £3m for Old Pier
    Kiel -- The fund said". Nobody can tell where the title ends.
    """
    tree = site.tree
    for at in range(site.last + 2, len(tree) - 2):
        dash = tree.words[at] in DASHES and tree.tags[at - 1] == "PROPN"
        if dash and _opens_sentence(site, at + 1):
            return True
    return False


def runs_on(site: Site, _draft: Draft) -> bool:
    """Marks of notes join a sentence to another one: "after 3% in May.* ,** Costs fell"."""
    return re.search(r"[.!?]\s?[*†‡][\s,*†‡]*\s\w", site.quantity.sentence_text) is not None


def _opens_sentence(site: Site, at: int) -> bool:
    """Tell a capital behind a dash that opens a sentence, with a verb of its own, from a name in an aside."""
    tree = site.tree
    if not tree.words[at][:1].isupper() or (site.words.capital_nouns and tree.tags[at].startswith("NOUN")):
        return False
    closes = next((one for one in range(at, len(tree)) if tree.words[one] in (*DASHES, ";")), len(tree))
    told = any(tree.tags[one] in FINITE for one in range(at, closes))
    return told and closes == len(tree)


def _counts_time(site: Site, at: int) -> bool:
    return at > 0 and site.tree.words[at - 1].lower() in site.words.times


_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}, \d{3}$")


def is_smaller(site: Site, _draft: Draft) -> bool:
    """Of two things counted together it is the smaller one: "15 pilots and 45 of the ground crew"."""
    tree, value = site.tree, site.quantity.value
    if site.quantity.kind is not Kind.NUMBER or not isinstance(value, float | int):
        return False
    joined = [at for at in tree.children(site.nominal) if tree.relations[at] == "conj" and at > site.last]
    counts = [one for at in joined for one in tree.children(at) if tree.relations[one] == "nummod"]
    others = (tree.words[one].replace(",", "") for one in counts)
    return any(other.isdigit() and int(other) > value for other in others)


def deals_out(site: Site, _draft: Draft) -> bool:
    """Of several values dealt out over a list, a tile shows one."""
    return any(word.lower() in site.words.shared_out for word in site.tree.words)


def asks(site: Site, _draft: Draft) -> bool:
    """Tell whether the sentence is a question."""
    return site.tree.words[-1] == "?"
