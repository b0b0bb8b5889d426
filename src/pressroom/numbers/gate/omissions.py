"""Rules of the gate about what a wording leaves out: what is counted, who and where, doubt and condition."""

from __future__ import annotations

import re

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind, Modality, Quantity, Role
from pressroom.numbers.gate.times import counts, is_date
from pressroom.numbers.languages import language
from pressroom.numbers.meaning.leads import OF_LEAD
from pressroom.numbers.wording.draft import Draft, find_head
from pressroom.numbers.wording.site import Site, child, find_above, is_clause
from pressroom.syntax import ANY_SUBJECTS, Tree

_NAMING = ("NOUN", "PROPN")
_CLAUSE_RELATIONS = frozenset({"ccomp", "xcomp", "csubj", "obj", "obl"})
_IN_BRACKETS = re.compile(r"\((?!(?:19|20)\d\d\))\W?\d")  # a number that is no year
_TOLD_IN_FULL = (Role.EARLIER, Role.THRESHOLD, Role.TARGET, Role.MARGIN, Role.FORECAST)
_COMPLETING = frozenset({"nmod", "compound", "acl", "acl:relcl", "nmod:poss", "amod"})
_INNER = frozenset({"advcl", "acl", "acl:relcl"})


def counts_nothing(site: Site, draft: Draft) -> bool:
    """Some 300 were arrested: nobody is named."""
    if site.quantity.kind is not Kind.NUMBER or draft.rule in ("measure", "change", "level", "bracket"):
        return False
    if draft.form is WordingForm.SENTENCE and site.quantity.unit:
        return False  # it stands in the sentence, whatever the parser made of it
    tree = site.tree
    if draft.clausal and _counts_elsewhere(site, draft):
        return False
    named = site.nominal in draft.tokens and tree.tags[site.nominal].startswith(_NAMING)
    parts = (at for at in tree.children(site.nominal) if tree.relations[at] == "nmod" and at in draft.tokens)
    return not named and not any(tree.tags[at].startswith(_NAMING) for at in parts)


def _counts_elsewhere(site: Site, draft: Draft) -> bool:
    """Tell whether a clause counts what its subject or a word like "number" names: "the number of cases rose
    to 300", "staff will drop to about 320".
    """
    tree, words = site.tree, site.words
    counts = any(
        tree.lemmas[at] in words.counting and child(tree, at, "nmod") in draft.tokens for at in draft.tokens
    )
    subject = child(tree, site.clause, "nsubj")
    named = subject in draft.tokens and subject is not None and tree.tags[subject].startswith("NOUN")
    return counts or (named and tree.lemmas[site.clause] in words.rising | words.falling)


def lacks_half(site: Site, draft: Draft) -> bool:
    """A phrase with the first of two things counted together: "200 community, government and industry
    leaders".
    """
    tree, at = site.tree, site.nominal
    if draft.clausal or not tree.tags[at].startswith(_NAMING):
        return False
    others = (
        each for each in tree.children(at) if tree.relations[each] == "conj" and each not in draft.tokens
    )
    return any(
        not any(map(str.isdigit, "".join(tree.words[one] for one in tree.subtree(each)))) for each in others
    )


def lacks_adverb(site: Site, draft: Draft) -> bool:
    """An adverb that changes what is said is left out: "usually", "previously"."""
    tree = site.tree
    source = {word.lower() for word in site.quantity.attribution.split()} & site.words.qualifying
    if any(tree.words[at].lower() in source and at not in draft.tokens for at in range(len(tree))):
        return True  # what its source said before
    behind = max(draft.tokens) + 1
    joint = tree.words[behind].lower() if behind < len(tree) else ""
    if joint in site.words.contrast and any(
        tree.words[at].lower() in site.words.qualifying for at in draft.tokens
    ):
        return True  # "it initially had 17 members | but grew to 28"
    heads = [find_head(site, draft) if draft.clausal else site.clause]
    while tree.relations[heads[-1]] == "ccomp":
        heads.append(tree.heads[heads[-1]])  # "the board previously reported that"
    return any(
        tree.words[at].lower() in site.words.qualifying and at not in draft.tokens
        for head in heads
        for at in tree.children(head)
    )


def is_base(site: Site, draft: Draft) -> bool:
    """The base of a ratio, or what is counted by one: "for every 100 men there are 264 women"."""
    tree = site.tree
    top = tree.subtree(site.top)
    parted = tree.words[top[0]].lower() in site.words.parting and top[-1] < max(site.clause, site.last + 1)
    if parted and any(tree.tags[at] == "NUM" for at in range(site.last + 1, len(tree))):
        return True  # "of the 40 schools, 12 are shut"
    bases = [
        at
        for at, word in enumerate(tree.words[:-1])
        if word.lower() in site.words.each and tree.tags[at + 1] == "NUM"
    ]
    return any(at not in draft.tokens or at + 1 == site.first for at in bases)


def lacks_antecedent(site: Site, draft: Draft) -> bool:
    """A relative pronoun stands in a phrase without what it stands for: "contributed to which"."""
    tree = site.tree
    if draft.clausal:
        return False
    for at in draft.tokens:
        if tree.words[at].lower() not in site.words.relatives or tree.tags[at] not in ("PRON", "DET"):
            continue
        clause = at
        while clause >= 0 and tree.relations[clause] != "acl:relcl":
            clause = tree.heads[clause]
        noun = tree.heads[clause] if clause >= 0 else -1
        if noun not in draft.tokens and not site.first <= noun <= site.last:
            return True
    return False


def lacks_owned(site: Site, draft: Draft) -> bool:
    """Earnings by companies' | abroad: the mark of possession has nothing behind it."""
    tree = site.tree
    words = ((at, tree.words[at]) for at in draft.tokens)
    marks = [at for at, word in words if word in _POSSESSIVES or word.endswith(("s’", "s'"))]
    return not draft.clausal and any(at + 1 < len(tree) and at + 1 not in draft.tokens for at in marks)


_POSSESSIVES = ("’", "'", "’s", "'s")


def holds_another(site: Site, draft: Draft) -> bool:
    """Another number stands in a phrase, where nothing says how the two belong together."""
    if draft.clausal or draft.rule in ("subject", "level"):
        return False
    if _IN_BRACKETS.search(draft.label):
        return True  # brackets are blank in the tree: "exports of timber (+6%) and imports of ore"
    others = (at for at in draft.tokens if any(map(str.isdigit, site.tree.words[at])))
    return any(
        not (is_date(site, at) or _is_difference(site, at))
        and not (draft.rule == "change" and _is_level(site, at))
        for at in others
    )


def _is_difference(site: Site, at: int) -> bool:
    """Tell whether a number is how much another differs by: "£212m, 14 million less than planned"."""
    near = site.tree.words[at + 1 : at + 4]
    return at > site.last and any(word.lower() in site.words.differing for word in near)


def _is_level(site: Site, at: int) -> bool:
    """Tell whether a number is the level that a change led to: "rise in shares to £67"."""
    tree = site.tree
    while at >= 0 and at != site.clause:
        if any(
            tree.relations[each] == "case" and tree.words[each].lower() in site.words.to
            for each in tree.children(at)
        ):
            return tree.heads[at] == site.clause
        at = tree.heads[at]
    return False


def says_little(site: Site, draft: Draft) -> bool:
    """A 10 per cent drop, the reduction was 0.4 per cent: of what?"""
    tree = site.tree
    subject = child(tree, site.clause, *ANY_SUBJECTS)
    measured = site.clause == site.nominal or site.role in ("obj", "obl")
    nouns = [site.holder] if tree.tags[site.holder].startswith(_NAMING) else []
    if not nouns and measured and subject is not None:
        nouns = [subject]
    if site.quantity.kind is Kind.NUMBER or not nouns or draft.rule == "bracket":
        return False
    if draft.clausal and subject is not None:
        nouns = [subject]  # "production has shown an increase of 7%" tells of what
    of_what = ("nmod", "acl", "acl:relcl")
    if tree.lemmas[site.holder] in site.words.chances and child(tree, site.holder, *of_what) is None:
        return True
    noun = nouns[0]
    more = (
        tree.relations[at]
        for at in tree.children(noun)
        if not site.first <= at <= site.last and not (draft.clausal and tree.relations[at] == "amod")
    )
    return tree.lemmas[noun] in site.words.general and not any(relation in _COMPLETING for relation in more)


def lacks_earlier(site: Site, draft: Draft) -> bool:
    """The value that a change starts from stands behind it with its time, and not in the tile: "in May rents
    were up 2% from £506 in 2012".
    """
    words = site.tree.words
    if (
        draft.clausal
        or words[min(site.last + 1, len(words) - 1)].lower() not in language(site.lang).ranges.from_
    ):
        return False
    behind = [at for at in range(site.last + 2, len(words)) if any(map(str.isdigit, words[at]))]
    return len(behind) > 1 and not set(behind[:2]) <= set(draft.tokens)


def lacks_condition(site: Site, draft: Draft) -> bool:
    """A condition stands in the sentence and not in the tile."""
    words = site.words.condition - site.words.relatives
    return any(
        word.lower() in words and at not in draft.tokens and site.tree.tags[at] == "SCONJ"
        for at, word in enumerate(site.tree.words)
    )


def lacks_whole(site: Site, draft: Draft) -> bool:
    """A share of something that is not named: "24% contributed by firms", "80% have reported gains"."""
    tree, at = site.tree, site.nominal
    share = site.quantity.kind is Kind.PERCENT or _is_part(site.quantity)
    if not share or not site.first <= at <= site.last:
        return False
    if child(tree, at, "nmod", "nmod:poss", "compound", "acl", "acl:relcl") is not None:
        return False
    return draft.rule == "object" or (site.role in ANY_SUBJECTS and site.top == at)


def _is_part(quantity: Quantity) -> bool:
    """Tell whether a number is a share written in words: "two thirds"."""
    value = quantity.value
    return quantity.kind is Kind.NUMBER and isinstance(value, float | int) and 0 < value < 1


def lacks_frame(site: Site, draft: Draft) -> bool:
    """A noun phrase of a clause within another lacks what that says of place and time."""
    ahead = site.tree.words[site.first - 1].lower() if site.first else ""
    if not draft.clausal and draft.rule != "portion" and ahead in site.words.accompanying:
        return True  # "with 40 cases reported in a day"
    clause = site.clause
    inner = site.tree.relations[clause] in ("acl:relcl", "advcl")
    opening = {site.tree.words[at].lower() for at in site.tree.children(clause) if at < clause}
    begin = site.tree.subtree(clause)[0]
    apart = site.tree.words[begin] == "," or (begin > 0 and site.tree.words[begin - 1] == ",")
    if (inner or apart) and not draft.clausal and opening & site.words.places:
        return True  # "London, where the bank employs 1,500 people"
    changes = draft.rule in ("change", "level", "measure")
    if inner and changes and site.tree.tags[clause] == "VERB-Ing":
        return True  # "boosting sales by 5%"
    if draft.rule not in ("phrase", "described") or site.tree.relations[site.clause] in ("root", "ccomp"):
        return False
    return find_above(site.tree, site.clause) is not None and site.tree.relations[site.clause] in _INNER


def names_again(site: Site, draft: Draft) -> bool:
    """What is counted is told in full ahead: "COVID-19 cases in Peru" ahead of "58% of cases"."""
    tree = site.tree
    parts = [site.nominal, *(at for at in tree.children(site.nominal) if tree.relations[at] == "nmod")]
    for at in parts:
        if not tree.tags[at].startswith("NOUN") or at not in draft.tokens or _has_modifier(tree, at):
            continue
        earlier = (
            each for each in range(min(draft.tokens)) if tree.words[each].lower() == tree.words[at].lower()
        )
        if any(tree.subtree(each) != [each] for each in earlier):
            return True
    return False


def _has_modifier(tree: Tree, at: int) -> bool:
    told = (
        each
        for each in tree.children(at)
        if tree.relations[each] in ("amod", "compound", "nmod", "nmod:poss")
    )
    return any(not tree.words[each].isdigit() for each in told)


def is_in_brackets(site: Site, draft: Draft) -> bool:
    """A number in a bracket tells of what stands ahead of it."""
    text, start = site.quantity.sentence_text, site.place.shown_start
    inside = text.count("(", 0, start) > text.count(")", 0, start)
    if not inside or draft.rule == "bracket":
        return False
    told = text[text.rfind("(", 0, start) + 1 : start] + text[site.place.shown_end :].partition(")")[0]
    if any(counts(site, at) for at in draft.tokens if at < site.first):
        return True  # "the share was 9.2% (wood: 4.5%)": the words tell of the other
    return draft.rule != "clause" or any(len(word) > 2 and word.isalpha() for word in told.split())


def tells_others_first(site: Site, draft: Draft) -> bool:
    """A clause tells of other numbers, each a fact of its own, before it comes to this one; a whole
    sentence may tell of one, or of two before it comes to what they cost.
    """
    if draft.form is WordingForm.SENTENCE and _gives_reason(site):
        return True
    if draft.clausal and _is_change_added(site) and any(counts(site, at) for at in range(site.first)):
        return True
    if not draft.clausal or site.quantity.comparison is not None or site.quantity.role is Role.LEVEL:
        return False  # the change that led to a level stands ahead of it
    most = 0
    if draft.form is WordingForm.SENTENCE:
        most = 2 if site.quantity.kind is Kind.CURRENCY else 1
    if _stands_second(site):
        most = 0  # "3% of berths and 7% of sheds": the first is what the sentence is about
    if site.tree.words[0].lower() in site.words.conceding and "," in site.tree.words[: site.first]:
        most += 2  # of years, or of the value that this one is set against
    return sum(counts(site, at) for at in draft.tokens if at < site.first) > most


def _gives_reason(site: Site) -> bool:
    """Tell whether a number stands in a clause that says why or when, behind one with a number of its own:
    "it can pay 15 million, since its profit fell to 9 million".
    """
    tree, at = site.tree, site.clause
    while tree.relations[at] in ("conj", "xcomp", "ccomp"):
        at = tree.heads[at]
    if tree.relations[at] != "advcl" or child(tree, at, "mark") is None or tree.heads[at] > at:
        return False
    if tree.tags[at] != "VERB-Fin" and child(tree, at, "aux", "cop") is None:
        return False  # "fell by 3% to settle at 40"
    inner = set(tree.subtree(at))
    return any(counts(site, each) for each in tree.subtree(tree.heads[at]) if each not in inner)


def _is_change_added(site: Site) -> bool:
    """Tell a change that is added to its level: "there were 340 boats, a rise of 2%"."""
    of, tags = site.first - 1, site.tree.tags
    noun = of > 0 and site.tree.words[of].lower() in site.words.of and tags[of - 1].startswith("NOUN")
    return noun and site.quantity.role is Role.CHANGE


def _stands_second(site: Site) -> bool:
    """Tell whether a number is of a thing, or in a clause, that is joined to another one by "and". A sum at
    the end is what the things ahead cost.
    """
    relations = (site.tree.relations[site.holder], site.tree.relations[site.clause])
    return "conj" in relations and site.quantity.kind is not Kind.CURRENCY


def lacks_limit(site: Site, draft: Draft) -> bool:
    """A bracket behind the subject says what the value is without: "(excluding fees)"."""
    if draft.clausal:
        return False
    brackets = re.findall(r"\(\s*(\w+)", site.quantity.sentence_text)
    return any(word.lower() in site.words.limiting for word in brackets)


def is_negated(site: Site, draft: Draft) -> bool:
    """Tell whether the verb that is left out is negated."""
    tree = site.tree
    return draft.drops and any(
        tree.words[at].lower() in site.words.negating for at in tree.children(site.clause)
    )


def is_modal(site: Site, draft: Draft) -> bool:
    """The verb that is left out only makes it possible, wanted or future."""
    tree, at = site.tree, site.clause
    if draft.drops and site.words.future_endings and tree.words[at].endswith(site.words.future_endings):
        return tree.tags[at] == "VERB-Fin"
    while draft.drops and not draft.planned:
        helping = (each for each in tree.children(at) if tree.relations[each].startswith("aux"))
        if any(tree.words[each].lower() in site.words.modal for each in helping):
            return True
        if tree.relations[at] != "conj" or child(tree, at, *ANY_SUBJECTS) is not None:
            return False
        at = tree.heads[at]
    return False


def hangs_on_another(site: Site, draft: Draft) -> bool:
    """The clause is what somebody plans, wants, expects, believes or denies, or a condition."""
    tree = site.tree
    at = find_head(site, draft) if draft.clausal else site.clause
    if draft.planned and tree.tags[at] == "VERB-Inf" and tree.relations[at] == "xcomp":
        at = tree.heads[at]
    while tree.heads[at] >= 0:
        above = tree.heads[at]
        apart = ":" in tree.words[min(at, above) : max(at, above)]  # "it improved: exports grew by 20%"
        if above not in draft.tokens and not apart and _changes_meaning(site, draft, at, above):
            return True
        at = above
    return False


def _changes_meaning(site: Site, draft: Draft, at: int, above: int) -> bool:
    tree, words, relation = site.tree, site.words, site.tree.relations[at]
    if relation in _CLAUSE_RELATIONS and is_clause(tree, at) and is_clause(tree, above):
        says = relation == "ccomp" and tree.lemmas[above] in words.saying
        return not says or _is_doubted(site, above) or not site.quantity.attribution
    if relation == "acl" and tree.tags[at] == "VERB-Inf":
        return True
    mark = child(tree, at, "mark")
    conditional = mark is not None and tree.words[mark].lower() in words.condition
    return relation == "advcl" and conditional and mark not in draft.tokens


def _is_doubted(site: Site, verb: int) -> bool:
    tree = site.tree
    doubt = site.words.negating | site.words.modal
    return any(tree.words[at].lower() in doubt for at in tree.children(verb))


def is_claim(site: Site, draft: Draft) -> bool:
    """What is planned, alleged or possible, a limit or an earlier value is told by its own words, or not at
    all.
    """
    if OF_LEAD in site.quantity.rules:  # said ahead of the list, where no wording can show it
        return True
    if not draft.drops or draft.planned:
        return False
    return site.quantity.modality is not Modality.STATED or site.quantity.role in _TOLD_IN_FULL
