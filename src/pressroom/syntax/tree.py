"""The shape of a parsed sentence: tokens with their places in the text, and who depends on whom."""

from dataclasses import dataclass
from functools import cached_property

FINITE = ("VERB-Fin", "AUX-Fin")  # tags
SUBJECTS = ("nsubj", "nsubj:pass")  # relations
CLAUSE_SUBJECTS = (*SUBJECTS, "csubj", "expl")
ANY_SUBJECTS = (*CLAUSE_SUBJECTS, "nsubj:outer", "expl:subj")


@dataclass(frozen=True)
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
        return list(self._below[index]) if index >= 0 else [self.root]

    def subtree(self, index: int) -> list[int]:
        """The token and all that hangs from it, in the order of the text."""
        known = self._subtrees.get(index)
        if known is None:
            known = [index]
            for token in known:  # it grows as it is read
                known.extend(self._below[token])
            known.sort()
            self._subtrees[index] = known
        return list(known)

    @cached_property
    def _below(self) -> list[list[int]]:
        """The tokens that depend on each, since rules ask for them again and again."""
        below: list[list[int]] = [[] for _ in self.heads]
        for child, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(child)
        return below

    @cached_property
    def _subtrees(self) -> dict[int, list[int]]:
        """The subtrees that were asked for."""
        return {}
