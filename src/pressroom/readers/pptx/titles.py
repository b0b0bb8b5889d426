"""The title of a slide that nothing marks: the largest type at its top."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.outline import may_be_heading
from pressroom.readers.pptx.styles import read_placeholder
from pressroom.readers.pptx.text import extract_words

_MARKED = ("title", "ctrTitle")
_MOST_PARAGRAPHS = 2


def find_unmarked_title(shapes: Sequence[etree._Element]) -> etree._Element | None:
    """Return the text box that is the title of a slide without a marked one, None where none stands out.

    It stands above all other text, in type that is as large as any other that has a size of its own.
    """
    texts = [shape for shape in shapes if local_name(shape) == "sp" and extract_words(shape)]
    if any(read_placeholder(shape).kind in _MARKED for shape in texts):
        return None
    boxes = [
        shape
        for shape in texts
        if not read_placeholder(shape).kind and may_be_heading(extract_words(shape)) and _is_short(shape)
    ]
    first = min(boxes, key=_find_top, default=None)
    if first is None or len(texts) < 2 or _find_size(first) == 0:
        return None
    others = [shape for shape in texts if shape is not first]
    above = all(_find_top(first) < _find_top(other) for other in others if _find_top(other) < _NOWHERE)
    return first if above and all(_find_size(other) <= _find_size(first) for other in others) else None


_NOWHERE = 1 << 40  # English metric units: a place that only the layout knows


def _is_short(shape: etree._Element) -> bool:
    return sum(bool(extract_words(each)) for each in shape.iter("{*}p")) <= _MOST_PARAGRAPHS


def _find_top(shape: etree._Element) -> int:
    offset = next(shape.iter("{*}off"), None)
    return parse_int(attribute(offset, "y"), _NOWHERE)


def _find_size(shape: etree._Element) -> int:
    """Return the largest size that runs of a shape have by themselves, in hundredths of a point."""
    return max((parse_int(attribute(each, "sz"), 0) for each in shape.iter("{*}rPr")), default=0)
