"""What a tagged PDF says of its own text: which marked content belongs to which structure type."""

from __future__ import annotations

import ctypes
from typing import Any

_DEEPEST = 60
_MOST = 50_000  # elements of one page


def read_tags(page: Any) -> dict[int, str]:
    """Return the structure type of each marked content of a page; empty where nothing is tagged.

    It is the type of the nearest element that says more than that this is a piece of running text.
    """
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, str] = {}
    try:
        stack = [
            (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), "", 0)
            for at in range(max(pdfium.FPDF_StructTree_CountChildren(tree), 0))
        ]
        count = 0
        while stack and count < _MOST:
            element, outer, depth = stack.pop()
            count += 1
            if not element or depth > _DEEPEST:
                continue
            kind = _type(element)
            kind = outer if kind in _THROUGH or outer in _KEEPS else kind
            for at in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
                content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if content >= 0:
                    found.setdefault(content, kind)
                else:
                    child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
                    stack.append((child, kind, depth + 1))
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return found


_THROUGH = frozenset(("Span", "Link", "Reference", "Document", "Part", "Sect", "Div", "NonStruct", "Art", ""))
_KEEPS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "TH", "TD", "Figure", "TOCI", "TOC"))


def _type(element: Any) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
