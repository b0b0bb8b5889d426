"""Rules of the gate about where a wording is cut from its sentence: what stands right behind or ahead of the
cut and would change how it is read.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.wording.clauses import DASHES
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site
from pressroom.syntax import FINITE

LONGEST_TIME = 3  # tokens of an aside
LONGEST_ITEM = 6  # tokens of a list's second item, and the word that joins the next
LONGEST_ASIDE = 8  # tokens behind a dash that still tell of what stands ahead of it
_SIGNS = tuple("€$£¥%°")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def cuts_contrast(site: Site, draft: Draft) -> bool:
    """What takes it back follows: "the port had 12 cranes, | but that number fell to five"."""
    tree, last = site.tree, _last(site, draft)
    if draft.form is WordingForm.SENTENCE or last + 3 >= len(tree) or tree.words[last + 1] != ",":
        return False
    tag, word = tree.tags[last + 3], tree.words[last + 3].lower()
    points = tag == "PRON" or word in site.words.pointing | site.words.far
    return points and tree.words[last + 2].lower() in site.words.contrast


def cuts_aside(site: Site, draft: Draft) -> bool:
    """A few words behind a dash tell more of the number: "340 boats are in the port – | moored or sunk"; or
    what a dash opens is cut itself: "340 boats – half of them | under sail".
    """
    tree, last = site.tree, _last(site, draft)
    if draft.form is WordingForm.SENTENCE or last + 1 >= len(tree):
        return False
    rest = [word for word in tree.words[last + 2 :] if word != "."]
    if tree.words[last + 1] in DASHES:
        return 0 < len(rest) <= LONGEST_ASIDE and not any(map(str.isdigit, "".join(rest)))
    opened = [at for at in range(_first(site, draft), last) if tree.words[at] in DASHES]
    return len(opened) % 2 == 1 and tree.tags[last + 1] != "PUNCT"


def drops_more(site: Site, draft: Draft) -> bool:
    """It comes on top of what was told before: "a further | 50% of the fleet"."""
    ahead = site.first - 1
    further = ahead >= 0 and site.tree.words[ahead].lower() in site.words.continuing
    return further and ahead not in draft.tokens


def drops_preposition(site: Site, draft: Draft) -> bool:
    """A statement begins at its number and has lost the preposition: "in | 164 towns signs were put up"."""
    tree, ahead = site.tree, site.first - 1
    if ahead < 0 or ahead in draft.tokens or _first(site, draft) < site.first:
        return False
    if (tree.tags[ahead], tree.relations[ahead]) != ("ADP", "case"):
        return False
    return any(tree.tags[at] in FINITE for at in draft.tokens)


def drops_year(site: Site, draft: Draft) -> bool:
    """The year that opens the sentence, ahead of a dash, is left out: "2005 – | a storm kills 200"."""
    words = site.tree.words
    dated = len(words) > 2 and _YEAR.fullmatch(words[0]) and words[1] in DASHES
    return bool(dated) and _first(site, draft) > 0


def cuts_main_verb(site: Site, draft: Draft) -> bool:
    """The verb of all that is shown follows a comma, "40% of the drivers fined for speed, | still drive", or
    that of the last noun follows it at once: "it has 15 states and the one that he led | is gone".
    """
    tree, verb = site.tree, _last(site, draft) + 1
    if draft.form is WordingForm.SENTENCE or draft.rule == "antecedent" or verb >= len(tree):
        return False
    comma = tree.words[verb] == ","
    if not comma and draft.form is not WordingForm.CLAUSE:
        return False
    verb += comma
    if verb < len(tree) and tree.tags[verb] == "ADV":
        verb += 1
    acts = verb < len(tree) and tree.tags[verb] in FINITE and not (comma and tree.relations[verb] == "conj")
    return acts and tree.lemmas[verb] not in site.words.saying


def cuts_verbs(site: Site, draft: Draft) -> bool:
    """The first of several things to do is told as if it were all: "to send money, | buy gifts, or …"."""
    tree, comma = site.tree, _last(site, draft) + 1
    if comma + 1 >= len(tree) or tree.words[comma] != "," or not tree.tags[comma + 1].startswith("VERB"):
        return False
    bare = tree.words[comma + 1].lower() == tree.lemmas[comma + 1]
    goes_on = "CCONJ" in tree.tags[comma + 2 : comma + 2 + LONGEST_ITEM]
    return bare and goes_on and tree.tags[comma + 1] != "VERB-Ing"


def cuts_second_relative(site: Site, draft: Draft) -> bool:
    """A second relative clause says as well which ones are meant: "those that have ten | and that use"."""
    tree, joint = site.tree, _last(site, draft) + 1
    if joint + 1 >= len(tree) or tree.tags[joint] != "CCONJ":
        return False
    relative = tree.words[joint + 1].lower() in site.words.relatives
    return relative and tree.tags[joint + 1] in ("PRON", "SCONJ", "DET")


def ends_in_open_verb(site: Site, draft: Draft) -> bool:
    """The last word is a verb whose object follows: "more than 90 per cent believed | rural issues were"."""
    tree, last = site.tree, _last(site, draft)
    if last == site.last or last + 1 >= len(tree) or not tree.tags[last].startswith("VERB"):
        return False
    return tree.tags[last + 1].startswith(("NOUN", "ADJ", "DET", "PRON", "PROPN")) and not draft.clausal


def drops_place(site: Site, draft: Draft) -> bool:
    """The place that opens the sentence is left out: "in Mexico | half of the children are poor"."""
    tree = site.tree
    if draft.form is WordingForm.SENTENCE or tree.tags[0] != "ADP" or tree.heads[0] < 1:
        return False
    place = tree.subtree(tree.heads[0])
    named = any(tree.tags[at] == "PROPN" for at in place) and place[-1] < site.first
    told = " ".join(tree.words[at] for at in place[1:]).lower()
    printed = f"{draft.label} {site.quantity.period} {site.quantity.attribution}".lower()
    return named and set(place).isdisjoint(draft.tokens) and told not in printed


def leaves_joint(site: Site, draft: Draft) -> bool:
    """A word that joins is kept, and what it joined to is left out: "has 340 clerks (, up 28,) | or half"."""
    tree, own = site.tree, {*draft.tokens, *range(site.first, site.last + 1)}
    if draft.rule != "shortened":
        return False
    for at in draft.tokens:
        if tree.tags[at] != "CCONJ" or at < 1:
            continue
        before = at - 1 if tree.tags[at - 1] != "PUNCT" else at - 2
        if before >= 0 and before not in own:
            return True
    return False


def cuts_behind_aside(site: Site, draft: Draft) -> bool:
    """What belongs to the verb goes on behind an aside: "70 came, on Monday, | to the debate"."""
    tree, behind = site.tree, _last(site, draft) + 1
    if behind + 1 >= len(tree) or tree.words[behind] != "," or tree.tags[behind + 1] != "ADP":
        return False
    return "," in tree.words[max(behind - LONGEST_TIME, _first(site, draft)) : behind]


def loses_measuring(site: Site, draft: Draft) -> bool:
    """A share with the verb left out reads as a part of its owner: "the young | 38% of the victims"."""
    behind = site.last + 1
    if draft.rule != "measure" or site.quantity.kind is not Kind.PERCENT or behind not in draft.tokens:
        return False
    return site.tree.words[behind].lower() in language(site.lang).comparisons.whole


def opens_with_sign(_site: Site, draft: Draft) -> bool:
    """A sign that belongs to the number ahead opens it: "242 million | € weigh on 165,000 homes"."""
    return draft.label[:1] in _SIGNS


def ends_in_many(site: Site, draft: Draft) -> bool:
    """The last word is a number of something else that is cut: "22 people were killed and dozens | hurt"."""
    tree, last = site.tree, _last(site, draft)
    vague = language(site.lang).numerals.vague
    return last > site.last and tree.words[last].lower() in vague and tree.tags[last - 1] == "CCONJ"


def repeats_itself(_site: Site, draft: Draft) -> bool:
    """Two words stand twice in a row: "22 per cent of ideas of ideas"."""
    words = draft.label.lower().split()
    pairs = [*pairwise(words)]
    return any(one == other for one, other in zip(pairs, pairs[2:], strict=False))


def cuts_alternative(site: Site, draft: Draft) -> bool:
    """What it may have been instead is left out: "300 came to the hall | or watched at home"."""
    behind = _last(site, draft) + 1
    alternatives = language(site.lang).ranges.or_
    return behind < len(site.tree) and site.tree.words[behind].lower() in alternatives


def cuts_what_is_to_come(site: Site, draft: Draft) -> bool:
    """That it is yet to come stands in a clause behind the comma: "850 jobs, | which will be there soon"."""
    tree, comma = site.tree, _last(site, draft) + 1
    if draft.form is WordingForm.SENTENCE or comma + 2 >= len(tree) or tree.words[comma] != ",":
        return False
    clause = tree.heads[comma + 1]
    if tree.tags[comma + 1] != "PRON" or clause < 0 or tree.relations[clause] != "acl:relcl":
        return False
    told = {tree.words[at].lower() for at in (clause, *tree.children(clause))}
    return not told.isdisjoint(site.words.modal | site.words.future | language(site.lang).claims.planned)


def is_only_the_whole(site: Site, draft: Draft) -> bool:
    """What is said of a whole is left out: "out of the 12,000 stations, | the firm owns 2,220"."""
    opens = site.tree.words[_first(site, draft)].lower() in site.words.parting
    return opens and draft.form is not WordingForm.SENTENCE and draft.clausal


def drops_judgement(site: Site, draft: Draft) -> bool:
    """What is said of a fact that "that" opens is left out: "it hardly matters that | 80% is sold"."""
    tree, that = site.tree, site.first - 1
    if that < 1 or that in draft.tokens or (tree.tags[that], tree.relations[that]) != ("SCONJ", "mark"):
        return False
    if tree.words[that - 1].lower() in language(site.lang).claims.sayings:
        return True  # "the allegation that | 12 were there"
    judged = tree.tags[that - 1].startswith(("VERB", "ADJ"))
    return judged and tree.lemmas[that - 1] not in site.words.saying


def guesses_antecedent(site: Site, draft: Draft) -> bool:
    """A relative clause follows a noun of a noun and may be of either: "the fall of the sums, which are"."""
    if draft.rule != "antecedent":
        return False
    tree = site.tree
    nouns = [at for at in draft.tokens if at < site.clause and tree.tags[at].startswith("NOUN")]
    return any(tree.relations[at] == "nmod" and tree.heads[at] in nouns for at in nouns)


def is_cut_off(site: Site, _draft: Draft) -> bool:
    """The sentence breaks off in an ellipsis."""
    return site.quantity.sentence_text.rstrip(' "”»“').endswith(("…", "..."))


def drops_unnamed_speaker(site: Site, draft: Draft) -> bool:
    """Somebody who is not named says so behind the cut: "the provision is 8% of the loans, | they say"."""
    tree, last = site.tree, _last(site, draft)
    rest = [at for at in range(last + 1, len(tree)) if tree.tags[at] != "PUNCT"]
    if draft.form is WordingForm.SENTENCE or len(rest) < 2:
        return False
    pronoun, verb = rest[-2:]
    return tree.tags[pronoun] == "PRON" and tree.lemmas[verb] in site.words.saying


def cuts_what_had(site: Site, draft: Draft) -> bool:
    """What those that somebody has are doing is left out: "he had 57 friends | watching"."""
    tree, behind = site.tree, _last(site, draft) + 1
    had = site.clause in draft.tokens and tree.lemmas[site.clause] in site.words.having
    return had and behind < len(tree) and tree.tags[behind] in ("VERB-Ing", "VERB-Past")


def _first(site: Site, draft: Draft) -> int:
    return min(*draft.tokens, site.first) if draft.tokens else site.first


def _last(site: Site, draft: Draft) -> int:
    return max(*draft.tokens, site.last) if draft.tokens else site.last
