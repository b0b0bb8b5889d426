"""The parser's flat tokens as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class TokenNode:
    """A token that stands alone, or that opens something, with all up to its closing."""

    token: Token
    children: list[TokenNode] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The token's type without "_open"."""
        return self.token.type.removesuffix("_open")

    def inline(self) -> Token | None:
        """Return the token that holds the running text, None when there is none."""
        return next((child.token for child in self.children if child.token.type == "inline"), None)


def build_tree(tokens: Iterable[Token]) -> list[TokenNode]:
    """Return the top nodes of a token stream."""
    top: list[TokenNode] = []
    path: list[TokenNode] = []
    for token in tokens:
        if token.nesting < 0:
            if path:
                path.pop()
            continue
        node = TokenNode(token)
        (path[-1].children if path else top).append(node)
        if token.nesting > 0:
            path.append(node)
    return top
