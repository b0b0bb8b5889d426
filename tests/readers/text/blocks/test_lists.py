"""Lists by their marks and indents."""

from __future__ import annotations

import pytest

from pressroom.model.document import List
from pressroom.model.inline import words
from tests.readers.text.reading import BODY, read


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "‣", "◦", "●", "■", "▪", "–", "►", "✓", "·"])
def test_bullets(bullet: str) -> None:
    text = f"{BODY}\n\n{bullet} first thing\n{bullet} second thing\n  {bullet} within\n{bullet} third thing\n"
    _, found = read(text).blocks
    assert isinstance(found, List)
    assert [item.marker for item in found.items] == [bullet] * 3
    inner = found.items[1].blocks[1]
    assert isinstance(inner, List)
    assert words(inner.items[0].blocks[0].inlines) == "within"


@pytest.mark.parametrize(
    ("markers", "style", "start"),
    [
        (["1.", "2.", "3."], "decimal", 1),
        (["4)", "5)", "6)"], "decimal", 4),
        (["(1)", "(2)", "(3)"], "decimal", 1),
        (["a)", "b)", "c)"], "lower-alpha", 1),
        (["(a)", "(b)", "(c)"], "lower-alpha", 1),
        (["A.", "B.", "C."], "upper-alpha", 1),
        (["i.", "ii.", "iii.", "iv.", "v."], "lower-roman", 1),
        (["(i)", "(ii)", "(iii)"], "lower-roman", 1),
        (["h)", "i)", "j)"], "lower-alpha", 8),
    ],
)
def test_counted_lists(markers: list[str], style: str, start: int) -> None:
    lines = [f"{marker} the thing that we agreed to do next," for marker in markers]
    _, found = read(f"{BODY}\n\n" + "\n".join(lines)).blocks
    assert isinstance(found, List)
    assert (found.style, found.start, len(found.items)) == (style, start, len(markers))


def test_task_lists() -> None:
    _, found = read(f"{BODY}\n\n- [ ] open thing\n- [x] done thing\n- [X] done as well\n").blocks
    assert isinstance(found, List)
    assert [item.checked for item in found.items] == [False, True, True]


def test_mixed_nesting() -> None:
    text = f"{BODY}\n\n1. first thing to do\n   a) one way of it\n   b) another way\n      - with a detail\n2. second thing to do\n"  # noqa: E501 - the text as a source has it
    _, found = read(text).blocks
    assert isinstance(found, List)
    assert len(found.items) == 2
    inner = found.items[0].blocks[1]
    assert isinstance(inner, List)
    assert (inner.style, len(inner.items), len(inner.items[1].blocks)) == ("lower-alpha", 2, 2)
