"""Where in a saved web page its text is."""

from __future__ import annotations

from collections import Counter

from lxml import etree

LITTLE = 600  # characters; below, a page has no parts to tell apart
_ENOUGH = 0.8  # of the text that was judged good


def find_main(body: etree._Element, html: str, lang: str) -> etree._Element:
    """Return the element that holds a page's text: marked as such, or where jusText finds most of it."""
    whole = len(_text(body))
    marked = [
        element
        for element in body.iter("main", "article", "div", "section", "td")
        if element.tag in ("main", "article") or element.get("role") == "main"
    ]
    best = max(marked, key=lambda element: len(_text(element)), default=None)
    if best is not None and len(_text(best)) > whole * 0.3:
        return best
    if whole < LITTLE or not _has_frame(body):
        return body
    return _by_justext(body, html, lang)


def _has_frame(body: etree._Element) -> bool:
    """Tell whether there is anything round the text: navigation, or much of it in links."""
    if next(body.iter("nav", "header", "footer", "aside"), None) is not None:
        return True
    linked = sum(len(_text(link)) for link in body.iter("a"))
    return linked > 0.25 * len(_text(body))


def _by_justext(body: etree._Element, html: str, lang: str) -> etree._Element:
    import justext

    known = {name.lower(): name for name in justext.get_stoplists()}
    words = justext.get_stoplist(known.get(_LANGUAGES.get(lang[:2].lower(), "english"), "English"))
    try:
        paragraphs = justext.justext(html, words)
    except (justext.core.JustextError, etree.LxmlError, ValueError):
        return body
    root = body.getroottree()
    weights: Counter[etree._Element] = Counter()
    total = 0
    for paragraph in paragraphs:
        # a paragraph's own class: its final one asks for a longer neighbour, which a short page hasn't
        if paragraph.cf_class not in ("good", "neargood"):
            continue
        found = root.xpath(paragraph.xpath) if paragraph.xpath else []
        total += len(paragraph.text)
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):  # noqa: SLF001 - lxml has no public name for its elements' class
            for element in (found[0], *found[0].iterancestors()):
                weights[element] += len(paragraph.text)
    inside = [element for element in weights if weights[element] >= total * _ENOUGH]
    holders = [element for element in inside if element.tag not in ("html", "p", "span")]
    return min(holders, key=lambda element: len(_text(element)), default=body) if total else body


_LANGUAGES = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "pl": "polish",
    "ru": "russian",
    "uk": "ukrainian",
    "sv": "swedish",
    "da": "danish",
    "fi": "finnish",
    "cs": "czech",
    "el": "greek",
    "tr": "turkish",
}


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())
