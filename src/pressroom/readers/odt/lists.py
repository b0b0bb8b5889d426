"""The numbers of lists in an OpenDocument text, which may go on from one list to another."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pressroom.readers.common.elements import attribute, parse_int

_MOST = 1_000_000


@dataclass(slots=True)
class ListNumbers:
    """Counts items by list and depth. ``counts`` are those of the list that is open, by depth from 1."""

    counts: dict[int, int] = field(default_factory=dict)
    _by_id: dict[str, dict[int, int]] = field(default_factory=dict)
    _by_style: dict[str, dict[int, int]] = field(default_factory=dict)

    def begin(self, element: etree._Element, style: str, depth: int) -> None:
        """Begin a list, or go on with the one that it names or that has its style."""
        goes_on = attribute(element, "continue-numbering") == "true"
        if depth > 1:
            if not goes_on:
                self.counts.pop(depth, None)
            return
        named = self._by_id.get(attribute(element, "continue-list"))
        self.counts = named if named is not None else self._by_style.get(style, {}) if goes_on else {}
        self._by_style[style] = self.counts
        if name := attribute(element, "id"):
            self._by_id[name] = self.counts

    def count(self, item: etree._Element, depth: int, start: int) -> int:
        """Count an item and return its number."""
        number = parse_int(attribute(item, "start-value"), -1, most=_MOST)
        if number < 0:
            number = self.counts[depth] + 1 if depth in self.counts else start
        self.counts[depth] = number
        for deeper in [each for each in self.counts if each > depth]:
            del self.counts[deeper]
        return number
