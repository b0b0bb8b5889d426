"""Random sources in Markdown and plain text, with everything that may stand between two paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

_WORDS = [
    "harbour",
    "quay",
    "lantern",
    "meadow",
    "granite",
    "otter",
    "willow",
    "ferry",
    "kettle",
    "amber",
    "timber",
    "bridge",
    "heron",
    "orchard",
    "pebble",
    "saddle",
    "thicket",
    "anchor",
    "barley",
    "copper",
    "drizzle",
    "ember",
    "furrow",
    "glacier",
    "hollow",
    "ivy",
    "juniper",
    "keel",
    "lichen",
    "mossy",
    "nettle",
    "oar",
    "plank",
    "quarry",
    "ripple",
    "sluice",
    "tunnel",
    "upland",
    "valley",
    "weir",
    "yarrow",
    "zinc",
    "beacon",
    "cinder",
    "dune",
    "estuary",
]
_SMALL = ("the", "of", "and", "in", "to", "was", "for", "is", "that", "with")


@dataclass(frozen=True, slots=True)
class RandomSource:
    """A source; ``kept`` are lines between its blocks that no edit in Word may take out."""

    name: str
    text: str
    kept: tuple[str, ...]


def _vary(text: str) -> str:
    """Turn some bold words into quotations and give some titles a note: nothing else of a seed changes."""
    chance = Random(text)
    varied = re.sub(
        r"\*\*([\w ]+)\*\*", lambda bold: f"<q>{bold[1]}</q>" if chance.random() < 0.4 else bold[0], text
    )
    title = re.match(r"---\ntitle: .*(?= )", varied)
    if title and chance.random() < 0.5:
        varied = f"{title[0]}[^title]{varied[title.end() :]}\n[^title]: Of the title.\n"
    return varied


class SourceWriter:
    """Writes random sources: the same seed gives the same source."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._notes = 0
        self._definitions: list[str] = []
        self._kept: list[str] = []

    def write(self) -> RandomSource:
        """Return a source, two of three in Markdown."""
        return self._markdown() if self._random.random() < 0.67 else self._plain()

    def words(self, least: int = 3, most: int = 12) -> str:
        """Return some words that begin with a capital letter."""
        said = [self._random.choice(_WORDS) for _ in range(self._random.randint(least, most))]
        for at in range(len(said) - 1, 1, -2):  # as many as a text in English has
            said.insert(at, self._random.choice(_SMALL))
        return " ".join([said[0].capitalize(), *said[1:]])

    def _markdown(self) -> RandomSource:
        parts: list[str] = []
        if self._random.random() < 0.4:
            parts.append(f"---\ntitle: {self.words(2, 4)}\nlang: en\n---")
        else:
            parts.append(f"# {self.words(2, 4)}")
        for _ in range(self._random.randint(2, 4)):
            parts.append(f"## {self.words(2, 4)}")
            for _ in range(self._random.randint(1, 4)):
                parts.append(self._block())
                if self._random.random() < 0.4:
                    parts += self._between()
        parts += [f"[r]: https://example.org/{self._random.randint(1, 99)}"]
        parts += self._definitions
        text = _vary("\n\n".join(parts) + "\n")
        return RandomSource("text.md", text, tuple(self._kept))

    def _block(self) -> str:
        return self._random.choice(
            [self._paragraph, self._paragraph, self._paragraph, self._items, self._table, self._quote]
        )()

    def _paragraph(self) -> str:
        pieces = [self.words()]
        for _ in range(self._random.randint(0, 3)):
            pieces.append(self._random.choice(self._dress())(self.words(1, 3)))
            pieces.append(self.words(1, 6).lower())
        said = " ".join(pieces) + "."
        if self._random.random() < 0.3:
            at = said.find(" ", len(said) // 2)
            said = f"{said[:at]}\n{said[at + 1 :]}" if at > 0 else said
        return said + (self._call() if self._random.random() < 0.3 else "")

    def _dress(self) -> list:
        return [
            lambda words: f"**{words}**",
            lambda words: f"*{words}*",
            lambda words: f"[{words}][r]",
            lambda words: f"`{words}`",
        ]

    def _call(self) -> str:
        self._notes += 1
        self._definitions.append(f"[^{self._notes}]: {self.words()}.")
        return f"[^{self._notes}]"

    def _between(self) -> list[str]:
        """Return what stands between blocks and is none: comments, definitions, code, a note."""
        number = self._random.randint(100, 999)
        choices = [f"<!-- remark {number} -->", f"[x{number}]: https://example.org/x{number}"]
        choices.append(f"```\ncode {number}\n```")
        chosen = self._random.choice(choices)
        self._kept += chosen.splitlines()
        found = [chosen]
        if self._definitions and self._random.random() < 0.5:
            found.append(self._definitions.pop())
        return found

    def _items(self) -> str:
        counted = self._random.random() < 0.4
        items = [
            f"{number}. {self.words(1, 5)}" if counted else f"- {self.words(1, 5)}"
            for number in range(1, self._random.randint(3, 5))
        ]
        if not counted and self._random.random() < 0.3:
            items.insert(1, f"  - {self.words(1, 4)}")
        return "\n".join(items)

    def _table(self) -> str:
        columns = self._random.randint(2, 3)
        rows = [[self.words(1, 2) for _ in range(columns)] for _ in range(self._random.randint(2, 4))]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:]])

    def _quote(self) -> str:
        return f"> {self.words()}."

    def _plain(self) -> RandomSource:
        parts = [self.words(2, 4)]
        for _ in range(self._random.randint(2, 3)):
            parts.append(self.words(1, 3))
            parts += [self._plain_block() for _ in range(self._random.randint(1, 3))]
        return RandomSource("text.txt", "\n\n".join(parts) + "\n", ())

    def _plain_block(self) -> str:
        kind = self._random.random()
        if kind < 0.2:
            return "\n".join(f"- {self.words(2, 5).lower()}" for _ in range(self._random.randint(2, 4)))
        if kind < 0.35:
            rows = [(self.words(1, 1), str(self._random.randint(1, 99))) for _ in range(4)]
            return "\n".join(f"{name:<12}| {value}" for name, value in [("Place", "Level"), *rows])
        sentences = [self.words(5, 12) + "." for _ in range(self._random.randint(1, 3))]
        lines: list[str] = [""]
        for word in " ".join(sentences).split():
            if len(lines[-1]) + len(word) > 70:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        return "\n".join(lines)
