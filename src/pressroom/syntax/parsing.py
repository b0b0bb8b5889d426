"""From the text of a sentence to its tree."""

from collections.abc import Sequence

from pressroom.syntax.decode import find_heads
from pressroom.syntax.network import score_relations, score_sentence
from pressroom.syntax.tokens import find_tokens
from pressroom.syntax.tree import FINITE, Tree
from pressroom.syntax.weights import Array, NetworkWeights, load_weights

_STOPS = frozenset(".!?")
NOUN_AS_ROOT = 8.0  # what a sentence without a finite verb costs, in scores of arcs
LONGEST = 80  # tokens; a longer "sentence" is a list or a table, and no tree of it would be right


def parse_sentence(text: str, lang: str) -> Tree | None:
    """The tree of one sentence, or None: no weights of that language, no token, or more than 80."""
    weights = load_weights(lang.partition("-")[0].lower())
    spans = find_tokens(text, lang.partition("-")[0].lower()) if weights else []
    if not weights or not 1 <= len(spans) <= LONGEST:
        return None
    words = tuple(text[begin:end] for begin, end in spans)
    scores = score_sentence(words, weights)
    tags = [weights.tags[at] for at in scores.tags.argmax(axis=1)]
    heads = find_heads(_prefer_verb(scores.arcs, words, tags))
    fits = score_relations(scores, heads, weights)
    root = weights.relations.index("root")
    fits[:, root] = -1e9  # the root alone has that relation
    relations = [weights.relations[at] for at in fits.argmax(axis=1)]
    relations[heads.index(-1)] = "root"
    if words[-1] in _STOPS:
        _mark_finite(tags, heads, relations)
    return Tree(
        starts=tuple(begin for begin, _ in spans),
        ends=tuple(end for _, end in spans),
        words=words,
        tags=tuple(tags),
        lemmas=tuple(_find_lemma(word.lower(), tag, weights) for word, tag in zip(words, tags, strict=True)),
        heads=tuple(heads),
        relations=tuple(relations),
    )


def _prefer_verb(arcs: Array, words: Sequence[str], tags: Sequence[str]) -> Array:
    """Arcs with a root that is a verb ahead of others, where a full stop promises one and none is finite.

    "Exports of services increased by 3%." is not about exports that were increased: an English past tense
    looks like a participle, and the network learned from many headlines.
    """
    if words[-1] not in _STOPS or "VERB-Past" not in tags or any(tag in FINITE for tag in tags):
        return arcs
    others = [at for at, tag in enumerate(tags) if tag != "VERB-Past"]
    arcs = arcs.copy()
    arcs[others, -1] -= NOUN_AS_ROOT
    return arcs


def _mark_finite(tags: list[str], heads: Sequence[int], relations: list[str]) -> None:
    """Read a root in the past tense, with a subject and no auxiliary, as the finite verb of its sentence."""
    root = heads.index(-1)
    own = {relations[at]: at for at, head in enumerate(heads) if head == root}
    subject = own.get("nsubj", own.get("nsubj:pass"))
    if tags[root] == "VERB-Past" and subject is not None and not own.keys() & {"aux", "aux:pass", "cop"}:
        tags[root], relations[subject] = "VERB-Fin", "nsubj"


def _find_lemma(word: str, tag: str, weights: NetworkWeights) -> str:
    """The infinitive of a verb: from the table of forms, or by the longest ending that is known."""
    if not tag.startswith(("VERB", "AUX")):
        return word
    if word in weights.lemmas:
        return weights.lemmas[word]
    for size in range(min(4, len(word) - 2), -1, -1):
        rule = weights.lemmas.get(f"-{word[len(word) - size :]}")
        if rule:
            cut, _, added = rule.partition(" ")
            return word[: len(word) - int(cut)] + added
    return word
