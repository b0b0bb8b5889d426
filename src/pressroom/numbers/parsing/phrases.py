"""Phrases of several words, looked up forwards or backwards in a list of tokens."""

from __future__ import annotations

from collections.abc import Iterable

from pressroom.numbers.parsing.tokens import HYPHENS, Tokens


class Phrases:
    """A set of phrases. The longest wins.

    Phrases are cut as texts are, so that "km/h" and "kilowatt-hour" are found in their pieces. A hyphen or
    a space between the words of a text makes no difference unless the phrase begins with the hyphen itself.
    ``exact`` keeps capitals apart, as for "MW" and "mW".
    """

    def __init__(self, phrases: Iterable[str], *, exact: bool = False) -> None:
        self._exact = exact
        self._ahead: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._behind: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            pieces = self._cut(phrase)
            self._ahead.setdefault(pieces[0], []).append((pieces, phrase))
            self._behind.setdefault(pieces[-1], []).append((pieces[::-1], phrase))
        for by_word in (self._ahead, self._behind):
            for entries in by_word.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def _cut(self, phrase: str) -> tuple[str, ...]:
        if phrase.replace(" ", "").isalpha():  # most are words and spaces, and need no cutting into tokens
            return tuple((phrase if self._exact else phrase.lower()).split(" "))
        pieces = Tokens(phrase, 0, len(phrase))
        words = [pieces.written(at) if self._exact else pieces.low(at) for at in range(pieces.size)]
        ends = (0, pieces.size - 1)  # within a phrase a hyphen may stand or not
        return tuple(word for at, word in enumerate(words) if word != "-" or at in ends)

    def begins(self, word: str) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._ahead

    def at(self, tokens: Tokens, first: int) -> tuple[int, str] | None:
        """Return the end (exclusive) of the longest phrase, and the phrase, that begins at ``first``."""
        word = tokens.written(first) if self._exact else tokens.low(first)
        entries = self._ahead.get(word)
        return self._longest(entries, tokens, first, 1) if entries else None

    def ending(self, tokens: Tokens, last: int) -> tuple[int, str] | None:
        """Return the beginning of the longest phrase, and the phrase, whose last token is ``last``."""
        word = tokens.written(last) if self._exact else tokens.low(last)
        entries = self._behind.get(word)
        return self._longest(entries, tokens, last, -1) if entries else None

    def _longest(
        self,
        entries: Iterable[tuple[tuple[str, ...], str]],
        tokens: Tokens,
        first: int,
        step: int,
    ) -> tuple[int, str] | None:
        word_at = tokens.written if self._exact else tokens.low
        for pieces, phrase in entries:
            at = first
            for number, piece in enumerate(pieces):
                if number and piece not in HYPHENS and tokens.low(at) in HYPHENS:
                    at += step
                if word_at(at) != piece:
                    break
                at += step
            else:
                return (at if step > 0 else at + 1), phrase
        return None
