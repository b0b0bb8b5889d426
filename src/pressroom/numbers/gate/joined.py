"""Rules of the gate about what belongs together: things joined by "and", a noun and the one ahead of it, a
noun and the clause that says which one is meant.
"""

from __future__ import annotations

from pressroom.numbers.wording.draft import Draft, find_head
from pressroom.numbers.wording.site import Site, child, is_clause, tells_time
from pressroom.syntax import ANY_SUBJECTS, FINITE, Tree

LONGEST_JOINT = 1  # words between "and" and the verb behind it
_NAMING = ("NOUN", "PROPN")


def drops_joined(site: Site, draft: Draft) -> bool:
    """The first of several things joined is told as if it were all: "loans to pupils | , to teachers and to
    clubs", "to mend the pier | and build a quay".
    """
    tree, own = site.tree, {*draft.tokens, *range(site.first, site.last + 1)}
    seconds = [
        at
        for at, relation in enumerate(tree.relations)
        if relation == "conj" and at not in own and tree.heads[at] in own
    ]
    if any(_loses(site, draft, second, own) for second in seconds):
        return True
    return _cuts_verb(site, own) or _cuts_last_item(site, own) or _cuts_repeated_word(site, own)


def _loses(site: Site, draft: Draft, second: int, own: set[int]) -> bool:
    """Tell whether a noun or an adjective of a draft has lost what "and" joins to it; not an item that has a
    number of its own.
    """
    tree, first = site.tree, site.tree.heads[second]
    if not tree.tags[first].startswith((*_NAMING, "ADJ")) or is_clause(tree, second):
        return False
    return _is_lost(site, second, own) and first != find_head(site, draft)


def _is_lost(site: Site, second: int, own: set[int]) -> bool:
    """Tell whether what "and" adds is left out; not the subject of a verb of its own, "an illness | and
    smoking costs", nor a part of the first, "boats, | of which two".
    """
    tree, part = site.tree, site.tree.subtree(second)
    behind = part[-1] + 1
    acts = behind < len(tree) and tree.tags[behind] in FINITE
    told = {tree.words[at].lower() for at in part} & (site.words.adding | site.words.relatives)
    return not (own.intersection(part) or acts or told or _has_digit(tree, part))


def _cuts_verb(site: Site, own: set[int]) -> bool:
    """Tell whether a purpose is cut ahead of a second infinitive, or a verb from the one that shares its
    object, "helps to mend | and paint the pier", whatever the parser joined the second to.
    """
    tree, joint = site.tree, max(own) + 1
    if joint + 1 >= len(tree) or tree.tags[joint] != "CCONJ":
        return False
    second = next((at for at in range(joint + 1, len(tree)) if tree.tags[at].startswith("VERB")), None)
    if second is None or not set(tree.tags[joint + 1 : second]) <= {"ADV", "PART", "ADP"}:
        return False
    if tree.words[second].lower() != tree.lemmas[second]:
        return False
    if child(tree, second, *ANY_SUBJECTS) is not None or second > joint + 1 + LONGEST_JOINT:
        return False
    # a bare form goes on from another one, and not from "approved" or "helps"
    main = tree.words[site.clause].lower() == tree.lemmas[site.clause]
    return not main or tree.tags[joint - 1] == "VERB-Inf" or tree.tags[joint - 2] == "PART"


def _cuts_last_item(site: Site, own: set[int]) -> bool:
    """Tell whether a list is cut ahead of its last item: "for ships, cranes | , and quays"."""
    tree, last = site.tree, max(own)
    if last + 3 >= len(tree) or tree.words[last + 1] != "," or tree.tags[last + 2] != "CCONJ":
        return False
    second, before = tree.heads[last + 2], last
    while before >= 0 and not tree.tags[before].startswith(("PUNCT", "ADP", "CCONJ")):
        before -= 1
    listed = before > site.last and tree.words[before] == ","
    end = tree.subtree(second)[-1] + 1 if second >= 0 else len(tree)
    acts = child(tree, second, *ANY_SUBJECTS) is not None
    acts = acts or (end < len(tree) and tree.tags[end] in FINITE)
    return listed and second > last and not acts


def _cuts_repeated_word(site: Site, own: set[int]) -> bool:
    """Tell whether the preposition of a phrase stands again behind the cut: "to pupils | , to clubs"."""
    tree, behind = site.tree, max(own) + 1
    if behind + 1 >= len(tree) or not (tree.words[behind] == "," or tree.tags[behind] == "CCONJ"):
        return False
    again = tree.words[behind + 1].lower()
    if tree.tags[behind + 1] != "ADP" or _has_digit(tree, tree.subtree(tree.heads[behind + 1])):
        return False
    phrases = (at for at in own if tree.tags[at].startswith(_NAMING) and at > site.clause)
    return any(
        tree.words[case].lower() == again
        for at in phrases
        for case in tree.children(at)
        if tree.relations[case] == "case" and case in own
    )


def _has_digit(tree: Tree, part: list[int]) -> bool:
    return any(map(str.isdigit, "".join(tree.words[at] for at in part)))


def halves_name(site: Site, draft: Draft) -> bool:
    """A noun is cut from the one that it stands ahead of: "employed by copper | mine"."""
    tree = site.tree
    if site.words.capital_nouns:
        return False
    own = {*draft.tokens, *range(site.first, site.last + 1)}
    pairs = ((at, at + 1) for at in own if at + 1 < len(tree) and at + 1 not in own)
    return any(
        tree.tags[one].startswith(_NAMING)
        and tree.tags[other].startswith((*_NAMING, "PRON"))  # "mine" is a pronoun as well
        and not tells_time(site, other)
        and (
            (tree.heads[one] == other and tree.relations[one] == "compound")
            or (tree.relations[one] in ANY_SUBJECTS and tree.relations[other] in ANY_SUBJECTS)
        )
        for one, other in pairs
    )


def cuts_relative(site: Site, draft: Draft) -> bool:
    """A clause that says which one is meant is cut from its noun, with no comma between: "the firm | that he
    founded", "the firm | he founded". Things told in general stay without it. Where a comma stands ahead of
    every such clause, no cut is made there: "sie leben in Häusern, | die der Stadt gehören".
    """
    tree, last = site.tree, max(*draft.tokens, site.last)
    if site.words.comma_ahead_of_relatives and _is_relative_behind_comma(site, last):
        return True
    if last + 1 >= len(tree) or not tree.tags[last].startswith((*_NAMING, "ADJ")):
        return False
    word, tag, clause = tree.words[last + 1].lower(), tree.tags[last + 1], tree.heads[last + 1]
    opens = word in site.words.relatives and tag in ("PRON", "DET", "ADV", "SCONJ")
    bare = tag == "PRON" and clause >= 0 and tree.relations[clause] == "acl:relcl"
    if not opens and not bare:
        return False
    noun = tree.heads[clause] if clause >= 0 and tree.relations[clause] == "acl:relcl" else -1
    if last + 2 < len(tree) and tree.tags[last + 2] == "NUM":
        return False  # "340 boats of which 12 are new": a part of them
    if noun != last or tree.tags[noun] != "NOUN-Plur" or tree.relations[noun] == "nmod":
        return True
    return child(tree, noun, "det", "nmod:poss") is not None


def _is_relative_behind_comma(site: Site, last: int) -> bool:
    """Tell whether a comma and a pronoun open a clause that describes a noun right ahead of them."""
    tree = site.tree
    if last + 2 >= len(tree) or tree.words[last + 1] != "," or not tree.tags[last + 2].startswith("PRON"):
        return False
    clause = tree.heads[last + 2]
    return clause >= 0 and tree.relations[clause] == "acl:relcl" and tree.heads[clause] == last


def drops_main_clause(site: Site, draft: Draft) -> bool:
    """What a comma sets off behind a clause of time may belong to the clause that this one hangs on: "at its
    lowest since records began, down 38%".
    """
    tree, clause = site.tree, site.clause
    if tree.relations[clause] != "advcl" or child(tree, clause, "mark") is None:
        return False
    behind = any(tree.words[at] == "," for at in range(clause + 1, site.first))
    return behind and tree.heads[clause] not in draft.tokens
