"""What a change is of, in the text's words: "The number of couples has risen", from 2.2 to 2.9 million."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.model.figure import MOST_TITLE_WORDS, SHORTEST_NAME
from pressroom.model.numbers import TOO_LONG, NumberChange, WordingForm
from pressroom.model.quantity import Quantity
from pressroom.numbers.gate.choice import find_drafts
from pressroom.numbers.gate.times import counts, is_date
from pressroom.numbers.languages import language
from pressroom.numbers.wording.site import Site, child, find_shared_subject
from pressroom.syntax import CLAUSE_SUBJECTS

LONGEST_COUNTED = 6  # words of what is counted
_KINDS = ("from", "was")
_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")  # tags
_LOOSE = ("ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "VERB", "AUX")  # end no title
_BESIDE_VERB = ("aux", "aux:pass", "cop")


def find_changes(quantities: Iterable[Quantity], lang: str) -> Iterator[NumberChange]:
    """Yield what changed for each value that is told with the one before it, where the gate of tiles lets its
    clause stand with both values.
    """
    for quantity in quantities:
        found = _find_changed(quantity, lang)
        if found:
            yield found


def _find_changed(quantity: Quantity, lang: str) -> NumberChange | None:
    if quantity.comparison is None or quantity.comparison.kind not in _KINDS:
        return None
    for site, draft, wording in find_drafts(quantity, lang):
        own = site.quantity.sentence_text == quantity.sentence_text  # no pronoun is named in it
        if own and wording.form in _VERBATIM and wording.refused in ("", TOO_LONG):
            found = _cut(site, draft.tokens)
            if found:
                return found
    return None


def _cut(site: Site, tokens: tuple[int, ...]) -> NumberChange | None:
    """Return the words of a clause ahead of its values, or those of its subject, with what is counted; None
    where they would not say what changed.
    """
    verb, values = _find_verb(site, tokens), _find_values(site)
    if verb is None or not values or not values <= {*tokens} or not _hangs_on(site, verb):
        return None
    counted = _find_counted(site, tokens, verb, values)
    subject = find_shared_subject(site.tree, verb)
    if counted is None or subject is None or site.tree.tags[subject] == "PRON":
        return None
    words = ""
    if verb < min(values) and _moves(site, verb):
        words = _take_clause(site, tokens, verb, min(values))
    elif verb < min(values) and site.tree.lemmas[verb] not in site.words.measuring | site.words.being:
        return None
    words = words or _take_subject(site, tokens, subject)
    return NumberChange(site.quantity.start, words, counted) if words else None


def _find_verb(site: Site, tokens: tuple[int, ...]) -> int | None:
    """Return the head of a clause, None where a draft has none or several."""
    heads = [at for at in tokens if site.tree.heads[at] not in tokens]
    return heads[0] if len(heads) == 1 else None


def _hangs_on(site: Site, verb: int) -> bool:
    """Tell whether the number is told of a verb, or of one that goes with it: not "A fell, and B rose"."""
    tree, clause = site.tree, site.clause
    beside = tree.heads[clause] == verb and tree.relations[clause].startswith(("advcl", "acl"))
    own = child(tree, clause, *CLAUSE_SUBJECTS) is not None
    return clause == verb or (beside and not own)


def _find_values(site: Site) -> set[int]:
    """Return the tokens of both values, none where the earlier one has no place in the parsed sentence."""
    before, sentence = site.quantity.comparison, site.quantity.sentence
    if before is None:
        return set()
    own = {*range(site.first, site.last + 1)}
    start, end = before.start - sentence.start, before.end - sentence.start
    if site.place.shown_start <= start and end <= site.place.shown_end:
        return own  # "from £9 to £12" is shown as one
    tree = site.tree
    other = {at for at in range(len(tree)) if tree.starts[at] < end and tree.ends[at] > start}
    in_bracket = "(" in site.quantity.sentence_text[site.place.shown_end : start]  # which is not parsed
    return own | other if other or in_bracket else set()


def _moves(site: Site, verb: int) -> bool:
    """Tell whether a verb says that something rose or fell."""
    return site.tree.words[verb].lower().startswith(language(site.lang).ranges.moving)


def _find_counted(site: Site, tokens: tuple[int, ...], verb: int, values: set[int]) -> str | None:
    """Return what stands behind a value and says what is counted, "deaths per thousand births" or "of the
    members", "" for nothing, None where it is long, or more than a time is told behind it.
    """
    other = min(values - {*range(site.first, site.last + 1)}, default=-1)
    found = _read_behind(site, tokens, verb, site.last, other if other > site.last else len(site.tree))
    behind = _read_behind(site, tokens, verb, max(values), len(site.tree))
    return found if behind in ("", found) else None


def _read_behind(site: Site, tokens: tuple[int, ...], verb: int, last: int, stop: int) -> str | None:
    """Return what stands behind a token, up to ``stop`` or a mark, and says what is counted; None where it
    does not open as such words do, is long, or stands behind a time.
    """
    tree = site.tree
    named: list[int] = []
    timed = False
    for at in range(last + 1, stop):
        if tree.tags[at] == "PUNCT" or at not in tokens:
            break
        if at == verb or (tree.heads[at] == verb and tree.relations[at] in _BESIDE_VERB):
            continue  # "ist von 40 auf 25 | gesunken"
        if _is_time(site, at):
            timed = True
        elif tree.tags[at].startswith(_TELLING):
            if timed:
                return None
            named.append(at)
    if not named:
        return ""
    first = last + 1
    opens = tree.tags[first].startswith(("NOUN", "ADJ")) or tree.words[first].lower() in site.words.of
    words = " ".join(site.quantity.sentence_text[tree.starts[first] : tree.ends[named[-1]]].split())
    return words if opens and len(words.split()) <= LONGEST_COUNTED else None


def _is_time(site: Site, at: int) -> bool:
    word = site.tree.words[at].lower()
    names = language(site.lang).dates.months.keys() | site.words.times
    beside = site.quantity.period.lower().split()
    return is_date(site, at) or word in names or word in beside


def _take_clause(site: Site, tokens: tuple[int, ...], verb: int, value: int) -> str:
    """Return a clause up to its first value: "Rents in the city rose | by 4% to £900"."""
    tree = site.tree
    cut = next(at for at in tokens if at == value or (at > verb and counts(site, at)))
    passing = tree.words[verb].lower().startswith(language(site.lang).comparisons.passing)
    if passing or any(counts(site, at) for at in tokens if at < verb):
        return ""
    kept = [at for at in tokens if at < cut]
    while kept[-1] > verb and (tree.tags[kept[-1]].startswith(_LOOSE) or tree.heads[kept[-1]] >= cut):
        kept.pop()
    return _write(site, kept)


def _take_subject(site: Site, tokens: tuple[int, ...], subject: int) -> str:
    """Return a subject that opens its clause, or has a time alone ahead: "In 2023 | the debts | came to"."""
    tree = site.tree
    own = tree.subtree(subject)
    behind = own[-1] + 1
    whole = own == [*range(own[0], behind)] and {*own} <= {*tokens} and behind < len(tree)
    if not whole or not tree.tags[behind].startswith(("VERB", "AUX")) or any(counts(site, at) for at in own):
        return ""  # a phrase behind it may be part of it
    if "(" in site.quantity.sentence_text[tree.ends[own[-1]] : tree.starts[behind]]:
        return ""
    ahead = [at for at in tokens if at < own[0]]
    names = [at for at in ahead if tree.tags[at].startswith((*_TELLING, "PRON"))]
    if not all(_is_time(site, at) for at in names) or child(tree, subject, "acl:relcl", "conj") is not None:
        return ""
    return _write(site, own)


def _write(site: Site, own: list[int]) -> str:
    """Return the words of tokens as a title, "" for more than fit or none that names a thing."""
    if not own or own != [*range(own[0], own[-1] + 1)]:
        return ""
    words = " ".join(site.quantity.sentence_text[site.tree.starts[own[0]] : site.tree.ends[own[-1]]].split())
    names = any(len(word) >= SHORTEST_NAME for word in words.split())
    if not names or len(words.split()) > MOST_TITLE_WORDS or words.count("(") != words.count(")"):
        return ""
    return words[:1].upper() + words[1:]
