"""Syntax: the parts of speech of a sentence, and which word depends on which, by learned weights."""

from __future__ import annotations

from pressroom.syntax.tree import ANY_SUBJECTS, CLAUSE_SUBJECTS, FINITE, SUBJECTS, Tree

__all__ = ["ANY_SUBJECTS", "CLAUSE_SUBJECTS", "FINITE", "SUBJECTS", "Tree", "parse"]


def parse(text: str, lang: str) -> Tree | None:
    """The tree of one sentence, or None: no weights of that language, no token, or more than 80."""
    from pressroom.syntax.parsing import parse_sentence  # numpy takes its time to load

    return parse_sentence(text, lang)
