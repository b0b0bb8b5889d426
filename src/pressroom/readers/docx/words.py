"""The bare words of a part of a Word document, for what is left out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.symbols import translate_symbol
from pressroom.readers.docx.names import name

_TEXTS = ("w:t", "w:delText", "m:t", "a:t")
_GAPS = ("w:p", "w:tab", "w:br", "w:cr", "w:tc")
_KNOWN = ("w:t", "a:blip", "v:imagedata", "chart", "a:t", "m:t")


def extract_words(element: etree._Element) -> str:
    """Return all words within an element, deleted and hidden ones as well, of alternatives only one."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    kind = name(element)
    if kind in _TEXTS:
        yield str(element.text or "")
    elif kind == "w:sym":
        yield translate_symbol(attribute(element, "font"), decode_letter(attribute(element, "char")))
    elif kind == "w:ddList":
        yield f" {find_chosen_entry(element)} "
    elif kind == "mc:AlternateContent":
        yield from _pieces(choose_form(element))
    else:
        if kind in _GAPS:
            yield " "
        for entry in element:
            yield from _pieces(entry)


def decode_letter(code: str) -> str:
    """Return the letter of a hexadecimal code, "" where there is none."""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else 0
    return chr(number) if number and not 0xD800 <= number <= 0xDFFF else ""


def find_chosen_entry(element: etree._Element) -> str:
    """Return the entry that was chosen in a drop-down field; Word keeps it in the field's own settings."""
    entries = [attribute(entry, "val") for entry in element.iter("{*}listEntry")]
    results = [attribute(entry, "val") for entry in element.iter("{*}result")]
    index = parse_int(results[0], 0, least=0) if results else 0
    return entries[index] if index < len(entries) else ""


def write_box(element: etree._Element) -> str:
    """Return the box of a form field, ticked or not, "" for a field that is none."""
    box = next(element.iter("{*}checkBox"), None)
    if box is None:
        return ""
    states = [entry for kind in ("checked", "default") for entry in box.iter(f"{{*}}{kind}")]
    on = bool(states) and attribute(states[0], "val").lower() not in ("0", "false", "off")
    return "☒" if on else "☐"


def choose_form(element: etree._Element) -> etree._Element:
    """Return the one form of some alternative content to read: the first that holds anything we know."""
    forms = [entry for entry in element if name(entry) in ("mc:Choice", "mc:Fallback")]
    for form in forms:
        if any(name(entry) in _KNOWN for entry in form.iter()):
            return form
    return forms[0] if forms else element
