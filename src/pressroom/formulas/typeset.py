"""Formulas written in TeX as MathML, which web pages show, and as OMML, which Word edits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pressroom.formulas.draw import draw
from pressroom.formulas.lines import COLUMN, WIDEST, break_lines

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
LONGEST = 2_000  # characters; nobody's formula is longer
_DEEPEST = 60  # braces in braces
_OMML = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# environments of amsmath that the converter knows by another name
_ENVIRONMENTS = re.compile(r"\\(begin|end)\{(?:aligned|split|eqnarray\*?|align|gathered|gather\*?)\}")
_COMMANDS = (
    (re.compile(r"\\(?:label|tag\*?)\{[^{}]*\}"), ""),
    (re.compile(r"\\(?:nonumber|notag|displaylimits|allowbreak)(?![A-Za-z])"), ""),
    (re.compile(r"\\(?:textrm|textnormal|textup|mbox|hbox)\{"), r"\\text{"),
    (re.compile(r"\\(?:dfrac|tfrac|cfrac)(?![A-Za-z])"), r"\\frac"),
)
_BARE_AND = re.compile(r"&(?!#?\w+;)")
# what marks a formula as not understood: a command, or an argument that is missing
_UNKNOWN = re.compile(r"\\|[&{}#]")
_CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
_HOLDERS = frozenset(("mfrac", "msqrt", "mroot"))


@lru_cache(maxsize=512)
def to_mathml(tex: str, *, display: bool = False) -> str:
    """Return a formula as MathML, "" for one that cannot be set in every format.

    ``display`` says that it stands on a line of its own.
    """
    if len(tex) > LONGEST or _measure_depth(tex) > _DEEPEST:
        return ""
    from latex2mathml.converter import convert
    from lxml.etree import tostring

    written = _ENVIRONMENTS.sub(r"\\\1{align*}", tex)
    for pattern, plain in _COMMANDS:
        written = pattern.sub(plain, written)
    try:
        mathml = _BARE_AND.sub("&amp;", convert(written, display="block" if display else "inline"))
        root = read_mathml(mathml)
        if not _is_whole(root):
            return ""
        found = tostring(root, encoding="unicode")
        if display and draw(found).width > COLUMN:
            break_lines(root)
            found = tostring(root, encoding="unicode")
        if draw(found).width > WIDEST:
            return ""
        to_omml(found)
    except Exception:
        return ""  # the converters raise whatever comes for what they do not know
    return found


def read_mathml(mathml: str) -> _Element:
    """Return the root element of a formula."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(mathml.encode(), parser)


@lru_cache(maxsize=512)
def to_omml(mathml: str) -> str:
    """Return ``m:oMath`` for a formula given as MathML."""
    from lxml.etree import tostring
    from math_ml2omml import convert

    root = read_mathml(convert(mathml).replace("<m:oMath", f'<m:oMath xmlns:m="{_OMML}"', 1))
    for box in list(root.iter(f"{{{_OMML}}}box")):  # a box is not broken at a line's end
        for part in list(box[-1]):
            box.addprevious(part)
        _remove(box)
    for radical in root.iter(f"{{{_OMML}}}rad"):
        _hide_degree(radical)
    omml: str = tostring(root, encoding="unicode")
    return omml.replace(f' xmlns:m="{_OMML}"', "", 1)


@lru_cache(maxsize=512)
def can_set(mathml: str) -> bool:
    """Tell whether a formula can be set in every format; one that a template wrote may not."""
    try:
        draw(mathml)
        to_omml(mathml)
    except Exception:
        return False  # the converters raise whatever comes for what they do not know
    return True


def _measure_depth(tex: str) -> int:
    depth = deepest = 0
    for letter in tex:
        depth += (letter == "{") - (letter == "}")
        deepest = max(deepest, depth)
    return deepest


def _is_whole(root: _Element) -> bool:
    """Tell whether every command was understood and every part of the formula is there."""
    has_words = False
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        text = (element.text or "").strip()
        if name in ("mi", "mo", "mn", "mtext"):
            has_words = has_words or bool(text)
            if name != "mtext" and _UNKNOWN.search(text.removeprefix("{").removesuffix("}")):
                return False
        if name in _CHILDREN and len(element) != _CHILDREN[name]:
            return False
        if name in _HOLDERS and any(_is_empty(child) for child in element):
            return False
    return has_words


def _hide_degree(radical: _Element) -> None:
    """Give a square root the empty degree that the schema asks for."""
    from lxml.etree import SubElement

    if radical.find(f"{{{_OMML}}}deg") is None:
        held = SubElement(SubElement(radical, f"{{{_OMML}}}radPr"), f"{{{_OMML}}}degHide")
        held.set(f"{{{_OMML}}}val", "1")
        radical.insert(0, radical[-1])
        radical.insert(1, SubElement(radical, f"{{{_OMML}}}deg"))


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_empty(element: _Element) -> bool:
    spaces = next(element.iter(f"{{{NAMESPACE}}}mspace"), None)
    return spaces is None and not "".join(map(str, element.itertext())).strip()
