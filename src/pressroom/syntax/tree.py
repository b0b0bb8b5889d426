"""The shape of a parsed sentence: tokens with their places in the text, and who depends on whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence as a dependency tree; the sequences have one entry a token, in the order of the text.

    `starts` and `ends` are offsets into the text. `heads` holds the index of the governing token, -1 at the
    root. `relations` are those of Universal Dependencies. `tags` are its parts of speech, nouns with their
    number (NOUN-Sing, NOUN-Plur), verbs and auxiliaries with their form (VERB-Fin, -Inf, -Past for the past
    participle, -Ing for the gerund and the present participle). `lemmas` are lower-cased words, of verbs the
    infinitive.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.words)

    @property
    def root(self) -> int:
        """The token that depends on none."""
        return self.heads.index(-1)

    def children(self, index: int) -> list[int]:
        """The tokens that depend on this one, in the order of the text."""
        return [child for child, head in enumerate(self.heads) if head == index]

    def subtree(self, index: int) -> list[int]:
        """The token and all that hangs from it, in the order of the text."""
        found = [index]
        for token in found:  # it grows as it is read
            found.extend(self.children(token))
        return sorted(found)
