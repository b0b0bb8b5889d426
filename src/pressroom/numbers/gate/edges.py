"""Rules of the gate about edges: where a wording begins and ends, and whether it reads as a whole."""

from __future__ import annotations

import re
from itertools import pairwise

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.wording.draft import Draft, find_head
from pressroom.numbers.wording.site import (
    MARKS,
    NUMBERED,
    Site,
    child,
    find_opening_name,
    find_shared_subject,
    is_clause,
)
from pressroom.syntax import ANY_SUBJECTS, FINITE, Tree, parse

SHORTER = {WordingForm.PHRASE: 6, WordingForm.STATEMENT: 1}  # words less than a clause may have
_NAMING = ("NOUN", "PROPN")
SHORTEST = 3  # letters
LONGEST_LINE = 12  # tokens of a line without a verb, beside its number
LONGEST_WORD = 40  # characters; what is longer is several words that a copy has run together
_ENTITY = re.compile(r"&[a-z]{2,6}\b")  # of a web page, as a copy may leave it
_IN_NUMERAL = re.compile(r"(?<=\d)[‘’](?=\d)")
_ROW = re.compile(r"\s\|\s|-{4}")  # of a table that was read as text
_TEX = re.compile(r"\\[A-Za-z]|\w[_^]\{")
_HYPHENS = ("-", "\u2010", "\u2011")


def says_nothing(site: Site, draft: Draft) -> bool:
    """Tell whether a label has no word that means anything beside its number."""
    others = [
        at for at in draft.tokens if not site.first <= at <= site.last and site.tree.tags[at] != "PUNCT"
    ]
    if draft.form is WordingForm.SENTENCE and len(others) < 2:
        return True
    return len(draft.label) < SHORTEST or not any(
        site.tree.tags[at].startswith((*_NAMING, "VERB", "ADJ")) for at in draft.tokens
    )


def is_long(site: Site, draft: Draft) -> bool:
    """Tell whether a wording has more words than its form may have."""
    whole = draft.form is WordingForm.SENTENCE
    most = site.words.longest_sentence if whole else site.words.longest - SHORTER.get(draft.form, 0)
    return len(draft.label.split()) > most


def opens_loose(site: Site, draft: Draft) -> bool:
    """Tell whether a wording opens with a word that joins it to something else."""
    tree, first = site.tree, draft.tokens[0]
    word, tag = tree.words[first].lower(), tree.tags[first]
    counted = site.quantity.kind is Kind.NUMBER
    second = tree.words[first + 1].lower() if first + 1 < len(tree) else ""
    if not draft.clausal and (
        word in site.words.relatives or (tag == "ADP" and second in site.words.relatives)
    ):
        return True  # "8%: which was an increase", "48 per cent: of whom were women"
    if draft.clausal:
        if site.words.capital_nouns and tag in FINITE and first > 0:
            return True  # "dabei | wurden 340 Boote gezählt"
        if tag in ("VERB-Past", "VERB-Ing") and tree.relations[first] in ("mark", "case"):
            return True  # "given that he left"
        if draft.form is WordingForm.SENTENCE:
            told = any(each in FINITE for each in tree.tags)
            stripped = first > 0 and tree.tags[0] == "CCONJ"
            return tag in ("CCONJ", "AUX-Fin") or ((tag == "ADP" or stripped) and not told)
        if tag == "ADP" and (first == site.first - 1 or second in site.words.relatives):
            return True  # "at over 1,100 soldiers killed"
        own = tree.heads[first] == find_head(site, draft) and tree.relations[tree.heads[first]] != "root"
        return tag == "CCONJ" or (own and (tag == "SCONJ" or word in site.words.joining))
    if tag == "ADP" and word in site.words.of and not (draft.rule == "phrase" and counted):
        owner = tree.heads[tree.heads[first]]
        return counted and not site.first <= owner <= site.last
    if tag in ("ADP", "ADV"):
        return counted or first != site.last + 1 or draft.rule == "phrase"
    return tag in ("CCONJ", "SCONJ", "PUNCT") or tag.startswith("AUX")


def ends_loose(site: Site, draft: Draft) -> bool:
    """Tell whether a wording ends with a word that leads on."""
    tree, last = site.tree, draft.tokens[-1]
    tag = tree.tags[last]
    if draft.form is WordingForm.SENTENCE:
        return tag in ("CCONJ", "SCONJ", "DET", "PUNCT")  # "nahm um 3 Prozent zu", "the researchers write"
    closes = draft.clausal and site.words.capital_nouns  # "finanziert werden" closes a German clause
    if tag in ("CCONJ", "SCONJ", "DET", "PUNCT") or (tag.startswith("AUX") and not closes):
        return True
    if tree.words[last].lower() in site.words.pointing | site.words.relatives:
        return True
    if last > site.last and tree.tags[last - 1] == "CCONJ" and any(map(str.isdigit, tree.words[last])):
        return True  # "is a good idea and 80% | of them would"
    on = last + 1 < len(tree) and tree.tags[last + 1] != "PUNCT"  # "came in." ends a sentence well
    leads = (tag == "ADP" and tree.relations[last] != "compound:prt") or tree.words[
        last
    ].lower() in site.words.of
    if leads and (on or tree.relations[last] in ("case", "mark")):
        return True
    return tree.lemmas[last] in site.words.saying and tag == "VERB-Fin"


def opens_relative(site: Site, draft: Draft) -> bool:
    """A relative clause, "which employs 310 people", tells of something outside it."""
    if not draft.clausal or draft.rule == "antecedent":
        return False
    near = site.tree.words[site.last + 1 : site.last + 3]
    if draft.tokens[0] == site.first and any(word.lower() in site.words.adding for word in near):
        return True  # "48 per cent of whom were women"
    opening = site.tree.words[draft.tokens[0]].lower()
    return opening in site.words.relatives or site.tree.relations[find_head(site, draft)] == "acl:relcl"


def lacks_subject(site: Site, draft: Draft) -> bool:
    """A clause whose verb shares the subject of another, or has none; a whole sentence is as it is, but where
    a verb alone says who did it: "Realizó 40 pagos".
    """
    if draft.form is WordingForm.SENTENCE:
        return _drops_subject(site)
    if not draft.clausal:
        return False
    head = find_head(site, draft)
    if not is_clause(site.tree, head) or child(site.tree, head, *ANY_SUBJECTS) is not None:
        return False
    return find_shared_subject(site.tree, head) not in draft.tokens


def _drops_subject(site: Site) -> bool:
    """Tell whether the verb of a sentence is of somebody whom the sentence ahead names."""
    tree, verb = site.tree, site.tree.root
    opens = verb == 0 and tree.tags[0] in _PAST and not site.words.capital_nouns
    if opens and child(tree, 0, *ANY_SUBJECTS) is None:
        return True  # "Secured $400 million for harbours", an item of a list under who did
    if (
        not site.words.drops_subjects
        or tree.tags[verb] != "VERB-Fin"
        or tree.lemmas[verb] in site.words.being
    ):
        return False
    named = child(tree, verb, *ANY_SUBJECTS, "ccomp") is not None or _is_reflexive(tree, verb)
    return not named and not tree.words[verb].endswith(site.words.drops_subjects)


_PAST = ("VERB-Fin", "VERB-Past")


def _is_reflexive(tree: Tree, verb: int) -> bool:
    return any(tree.relations[at].startswith("expl") for at in tree.children(verb))


def is_cut(site: Site, draft: Draft) -> bool:
    """A word is cut at its hyphen: "three-set"."""
    end = site.place.shown_end
    return not draft.clausal and site.quantity.sentence_text[end : end + 1] in _HYPHENS


def holds_formula(_: Site, draft: Draft) -> bool:
    r"""It holds TeX, which a tile cannot typeset: "with \alpha above 3"."""
    return bool(_TEX.search(draft.label))


def breaks_off(site: Site, draft: Draft) -> bool:
    """What follows belongs to it: a verb, a noun, the list behind a colon, the second of two verbs."""
    tree, last = site.tree, max(draft.tokens)
    if last + 1 >= len(tree.words):
        return False
    if tree.words[last + 1].lower() in site.words.binding:
        return True
    behind = tree.words[last + 2].lower() if last + 2 < len(tree) else ""
    if tree.words[last + 1] == "," and behind in site.words.completing:
        return True  # "sind der Ansicht, | dass der Hafen wächst"
    if tree.words[last + 1] == ")" and last + 2 < len(tree):
        last += 1
    word, tag = tree.words[last + 1], tree.tags[last + 1]
    if tree.tags[last] == "VERB-Inf" and (tag == "CCONJ" or word == ","):
        return True  # "to purchase, and transport, the wreaths"
    if tag != "PUNCT" and tree.heads[_climb_to(tree, last + 1, last)] == last:
        return True  # "in exchange | for care"
    if tag == "CCONJ" and not draft.clausal:
        other = tree.heads[last + 1]  # the second of two, of which the first is in the draft
        apart = other >= 0 and tree.relations[other] == "conj" and tree.heads[other] == site.clause
        return not apart or last == site.clause or tree.tags[last] == "NUM"
    if tag == "CCONJ":
        other = tree.heads[last + 1]
        return tree.tags[last].startswith("VERB") or (other > last and not is_clause(tree, other))
    if last < site.first and not draft.clausal:
        return False
    return word == ":" or tag in ("VERB-Fin", "AUX-Fin", "NOUN-Sing", "NOUN-Plur", "PROPN", "NUM")


def opens_inner_clause(site: Site, draft: Draft) -> bool:
    """A clause with the conjunction that hangs it on another: "even though it has reached 40"."""
    if not draft.clausal:
        return False
    first = draft.tokens[0]
    opens = site.tree.tags[first] == "SCONJ" or site.tree.relations[first] == "mark"  # "alors que"
    if draft.form is WordingForm.CLAUSE and opens:
        return True
    mark = child(site.tree, find_head(site, draft), "mark")
    if mark is not None and site.words.capital_nouns and site.tree.tags[mark] == "SCONJ":
        return True  # its verb stands last: "als die Zunahme 7 Prozent betrug"
    if mark is not None and site.tree.words[mark].lower() in site.words.accompanying:
        return True  # "with | Japan increased to 14"
    told = mark is not None and site.tree.words[mark].lower() not in site.words.condition
    return told and mark in draft.tokens and site.tree.tags[mark] == "SCONJ"


def _parts_phrases(site: Site, at: int) -> bool:
    tree = site.tree
    joins = tree.tags[at] in ("SCONJ", "CCONJ") and tree.relations[at] != "case"
    return joins or tree.words[at] in MARKS


def drops_frame(site: Site, draft: Draft) -> bool:
    """A clause behind a phrase that says when or where it holds: "in 2007, | emissions rose by 3%"."""
    tree, first = site.tree, min(draft.tokens[0], site.first)
    if _drops_place(site, draft):
        return True
    if not (draft.clausal or draft.rule == "subject") or first < 2 or tree.words[first - 1] != ",":
        return False
    begin = first - 1
    while begin > 0 and not _parts_phrases(site, begin - 1):
        begin -= 1
    phrase = site.slice(begin, first - 2).lower()
    small = phrase == site.quantity.period.lower() or phrase in site.words.asides
    known = set(draft.tokens).issuperset(range(begin, first - 1))
    loose = site.words.accompanying | site.words.joining | site.words.telling
    article = tree.words[begin + 1].lower() in language(site.lang).numerals.articles
    opens = tree.tags[begin] in ("ADP", "VERB-Ing") or tree.relations[begin] == "case"
    return opens and not (small or known or article) and tree.words[begin].lower() not in loose


def _drops_place(site: Site, draft: Draft) -> bool:
    """Tell whether a name with a colon opens the sentence and is left out: "Kiel: 340 boats were let"."""
    colon = find_opening_name(site)
    return colon is not None and not set(draft.tokens).intersection(range(colon))


def cuts_list(site: Site, draft: Draft) -> bool:
    """A list is cut behind one of its items: "schools | , counties and communities"."""
    tree, last = site.tree, max(*draft.tokens, site.last)
    if (
        last + 2 >= len(tree)
        or tree.words[last + 1] != ","
        or not tree.tags[last].startswith(("NOUN", "PROPN"))
    ):
        return False
    for at in range(last + 2, len(tree)):
        tag = tree.tags[at]
        if at == last + 2 and (tag in ("ADV", "ADP") or tag.startswith("VERB")):
            return False  # "to 7.1 billion, mainly because of soya and wheat"
        if tag == "CCONJ":
            return at > last + 2 and at + 1 < len(tree) and not is_clause(tree, max(tree.heads[at], 0))
        if tag.startswith(("AUX", "PRON", "VERB-Fin", "SCONJ")):
            return False
    return False


def lacks_predicate(site: Site, draft: Draft) -> bool:
    """The words behind a subject end ahead of its verb, or its verb or what is finite of it stands ahead:
    "haben", of "im Mai haben 340 Boote angelegt".
    """
    if draft.rule != "subject":
        return False
    tree, verb = site.tree, site.clause
    finite = (at for at in (verb, *tree.children(verb)) if tree.tags[at] in FINITE)
    own = (at for at in finite if at == verb or tree.relations[at] in ("aux", "aux:pass", "cop"))
    return verb not in draft.tokens or any(at < site.first for at in own)


def starts_inside(site: Site, draft: Draft) -> bool:
    """A clause that begins behind a word which belongs to it: "Nasdaq 100" ahead of "e-minis were up"."""
    first = draft.tokens[0]
    if not draft.clausal or first == 0 or (first == 1 and NUMBERED.fullmatch(site.tree.words[0])):
        return False
    tree, ahead = site.tree, site.tree.words[first - 1].lower()
    tag = tree.tags[first - 1]
    if tag == "CCONJ" and first > 1 and tree.words[first - 2].endswith("-"):
        return True  # "pre- and | post-war flats"
    described = tag == "VERB-Past" and tree.relations[first - 1] in ("acl", "amod")
    named = tag == "PROPN" and ahead not in site.words.times
    torn = tree.words[first].lower() in site.words.of and tree.tags[first] == "ADP"
    return tag in ("NUM", "ADJ", "DET", "ADP") or named or described or (torn and tag.startswith("NOUN"))


def holds_verb(site: Site, draft: Draft) -> bool:
    """A finite verb stands in a phrase that has none, which was parsed wrongly."""
    if draft.clausal or draft.rule == "subject":
        return False
    tree = site.tree
    return any(tree.tags[at] in FINITE and not _in_inner_clause(site, at) for at in draft.tokens)


def _in_inner_clause(site: Site, at: int) -> bool:
    tree = site.tree
    while at >= 0 and at != site.clause:
        if tree.relations[at].split(":")[0] in ("acl", "advcl", "ccomp"):
            return True
        at = tree.heads[at]
    return False


def lacks_verb(site: Site, draft: Draft) -> bool:
    """A clause without a finite verb is a piece of one, and so is a sentence that its number opens, or one of
    names alone.
    """
    told = [site.tree.tags[at] for at in draft.tokens if not site.first <= at <= site.last]
    verbs = any(tag.startswith(("VERB", "AUX")) for tag in told)
    if draft.form is WordingForm.SENTENCE and len(told) > LONGEST_LINE and not verbs:
        return True  # a row of a table
    if draft.form is WordingForm.SENTENCE and not any(
        tag.startswith(("VERB", "AUX", "NOUN", "ADJ")) for tag in told
    ):
        return True
    opens = (
        draft.form is WordingForm.SENTENCE and draft.tokens[0] == site.first and not site.words.capital_nouns
    )
    if not (draft.form is WordingForm.CLAUSE or opens) or ":" in draft.label:
        return False
    closed = site.quantity.sentence_text.rstrip(' "”»“').endswith(".")
    if opens and closed and verbs:
        return False  # "But 80 per cent of firms that pay get their files", whatever the parser made of it
    head = find_head(site, draft)
    near = (head, *site.tree.children(head))
    return not any(site.tree.tags[at] in FINITE for at in near)


def is_torn(site: Site, draft: Draft) -> bool:
    """A bracket or a quotation is cut, or "and" is followed by what it does not join."""
    tree, own = site.tree, draft.tokens
    pairs = ((one, other) for one, other in pairwise(sorted(own)) if other == one + 1)
    joints = [other for one, other in pairs if tree.tags[one] == "CCONJ"]
    if any(tree.words[at] in MARKS or (tree.tags[at] == "ADP" and not draft.clausal) for at in joints):
        return True
    label = draft.label
    if max(map(len, label.split())) > LONGEST_WORD:
        return True
    if " - " in label and not draft.clausal:
        return True
    if _ENTITY.search(label) or _ROW.search(label):
        return True
    marks = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("‘", "’"))
    quoted = _IN_NUMERAL.sub("", label)
    return label.count('"') % 2 == 1 or any(
        quoted.count(one) != quoted.count(other) for one, other in marks[: None if "‘" in quoted else 4]
    )


def _climb_to(tree: Tree, at: int, least: int) -> int:
    """Return the token through which a token hangs on what stands at or ahead of ``least``."""
    while tree.heads[at] > least:
        at = tree.heads[at]
    return at


def is_garbled(site: Site, draft: Draft) -> bool:
    """What is left of a clause, parsed anew, has the verb and the subject that the clause had."""
    if draft.rule not in ("shortened", "antecedent"):
        return False
    tree = site.tree
    again = parse(f"{' '.join(tree.words[at] for at in draft.tokens)}.", site.lang)
    if again is None:
        return True
    head = find_head(site, draft)
    if again.words[again.root].lower() != tree.words[head].lower():
        return True
    own, new = find_shared_subject(tree, head), child(again, again.root, *ANY_SUBJECTS)
    if new is None:
        return True
    return own in draft.tokens and own is not None and tree.words[own].lower() != again.words[new].lower()
