"""From the text of a sentence to its tree."""

from pressroom.syntax.decode import find_heads
from pressroom.syntax.network import score_relations, score_sentence
from pressroom.syntax.tokens import find_tokens
from pressroom.syntax.tree import Tree
from pressroom.syntax.weights import NetworkWeights, load_weights

LONGEST = 80  # tokens; a longer "sentence" is a list or a table, and no tree of it would be right


def parse_sentence(text: str, lang: str) -> Tree | None:
    """The tree of one sentence, or None: no weights of that language, no token, or more than 80."""
    weights = load_weights(lang.partition("-")[0].lower())
    spans = find_tokens(text, lang.partition("-")[0].lower()) if weights else []
    if not weights or not 1 <= len(spans) <= LONGEST:
        return None
    words = tuple(text[begin:end] for begin, end in spans)
    scores = score_sentence(words, weights)
    heads = find_heads(scores.arcs)
    fits = score_relations(scores, heads, weights)
    root = weights.relations.index("root")
    fits[:, root] = -1e9  # the root alone has that relation
    relations = [weights.relations[at] for at in fits.argmax(axis=1)]
    relations[heads.index(-1)] = "root"
    tags = tuple(weights.tags[at] for at in scores.tags.argmax(axis=1))
    return Tree(
        starts=tuple(begin for begin, _ in spans),
        ends=tuple(end for _, end in spans),
        words=words,
        tags=tags,
        lemmas=tuple(_find_lemma(word.lower(), tag, weights) for word, tag in zip(words, tags, strict=True)),
        heads=tuple(heads),
        relations=tuple(relations),
    )


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
