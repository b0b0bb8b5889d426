"""The page's tree as a document of WeasyPrint, which by itself would parse the page again."""

from __future__ import annotations

from typing import Any


def make_document(root: Any, url_fetcher: Any) -> Any:
    """Return ``weasyprint.HTML`` over a copy of a tree of lxml; nothing is parsed."""
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    class ParsedHtml(HTML):  # type: ignore[misc]  # weasyprint brings no types
        """A document whose tree is there already: its base class can only be made of a text."""

        def __init__(self) -> None:
            self.base_url = None
            self.url_fetcher = url_fetcher
            self.media_type = "print"
            self.wrapper_element = ElementWrapper.from_html_root(copy_tree(root), content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return ParsedHtml()


def copy_tree(root: Any) -> Any:
    """Return a tree of lxml as one of the standard library, without comments and processing instructions.

    An element of the standard library is one object for as long as the tree stands, so that it can be a key.
    """
    from xml.etree.ElementTree import Element, SubElement

    copied = Element(root.tag, dict(root.attrib))
    copied.text = root.text
    open_elements = [(root, copied)]
    while open_elements:
        source, target = open_elements.pop()
        last = None
        for child in source:
            if isinstance(child.tag, str):
                last = SubElement(target, child.tag, dict(child.attrib))
                last.text, last.tail = child.text, child.tail
                open_elements.append((child, last))
            elif child.tail and last is None:
                target.text = (target.text or "") + child.tail
            elif child.tail and last is not None:
                last.tail = (last.tail or "") + child.tail
    return copied
