"""Where in a saved web page its text is."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from pressroom.language import guess_language
from pressroom.readers.html.tags import read_shown

LITTLE = 600  # characters; below, a page has no parts to tell apart
_ENOUGH = 0.8  # of the text that was judged good


def find_main(body: etree._Element, html: str, lang: str) -> etree._Element:
    """Return the element that holds a page's text: marked as such, or where jusText finds most of it."""
    whole = len(read_shown(body))
    marked = [
        element
        for element in body.iter("main", "article", "div", "section", "td")
        if element.tag in ("main", "article") or element.get("role") == "main"
    ]
    best = max(marked, key=lambda element: len(read_shown(element)), default=None)
    if best is not None and len(read_shown(best)) > whole * 0.3:
        return best
    if not has_frame(body, _MANY_LINKS):
        return body
    return _by_justext(body, html, lang or guess_language(read_shown(body)).lang)


def find_headline(
    body: etree._Element, main: etree._Element, named: str
) -> tuple[etree._Element | None, list[etree._Element]]:
    """Return the headline that stands ahead of the page's text and apart from it, and what goes with it.

    ``named`` is the title that the page gives itself. Of several headlines it is the one of those words.
    """
    if main is body or next(main.iter("h1"), None) is not None:
        return None, []
    order = {element: at for at, element in enumerate(body.iter())}
    ahead = [
        element
        for element in body.iter("h1")
        if order[element] < order[main] and read_shown(element) and not _is_within(element, _ELSEWHERE)
    ]
    same = [element for element in ahead if _is_same(read_shown(element), named)]
    if not same and len(ahead) != 1:
        return None, []
    headline = (same or ahead)[-1]
    within = set(main.iterancestors())
    holder = headline
    while (parent := holder.getparent()) is not None and parent is not body and parent not in within:
        if len(read_shown(parent)) > _MOST_BESIDE:
            break
        holder = parent
    beside: list[etree._Element] = []
    for element in holder.iter("p", "h2", "div", "span"):
        named_so = bool(_STANDFIRST.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"))
        long = element.tag == "p" and len(read_shown(element)) >= _SHORTEST_STANDFIRST
        inside = headline in set(element.iter()) or any(
            other in set(element.iterancestors()) for other in beside
        )
        if (named_so or long) and read_shown(element) and not inside and not _is_mostly_links(element):
            beside.append(element)
    return headline, beside


_ELSEWHERE = ("nav", "aside", "footer")
_MOST_BESIDE = 900  # characters of a headline with its standfirst
_SHORTEST_STANDFIRST = 25  # characters
_STANDFIRST = re.compile(
    r"stand-?first|sub-?(?:title|head|headline)|\bdeck?\b|\blede\b|\bintro\b|summary|excerpt|byline|dateline"
    r"|\bauthor\b|description",
    re.IGNORECASE,
)


def _is_within(element: etree._Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_same(words: str, named: str) -> bool:
    one, other = (re.sub(r"\W+", " ", text).strip().casefold() for text in (words, named))
    return bool(one) and bool(other) and (one in other or other in one)


def _is_mostly_links(element: etree._Element) -> bool:
    linked = sum(len(read_shown(link)) for link in element.iter("a"))
    return linked > 0.6 * len(read_shown(element))


def has_frame(body: etree._Element, linked_from: float) -> bool:
    """Tell whether there is anything round the text: navigation, or more of it in links than a share."""
    if len(read_shown(body)) < LITTLE:
        return False
    if next(body.iter("nav", "header", "footer", "aside"), None) is not None:
        return True
    linked = sum(len(read_shown(link)) for link in body.iter("a"))
    return linked > linked_from * len(read_shown(body))


_MANY_LINKS = 0.25  # of a page's letters: its text is in one part of it
SOME_LINKS = 0.01  # blocks of it may be of a frame


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
    best = min(holders, key=lambda element: len(read_shown(element)), default=body) if total else body
    return _widen(best, body, weights)


def _widen(best: etree._Element, body: etree._Element, weights: Counter[etree._Element]) -> etree._Element:
    """Return the element round the text that holds a further part of it, such as a last section."""
    widest = best
    for outer in best.iterancestors():
        if outer is body or outer.tag == "html":
            break
        more, beside = weights[outer] - weights[best], len(read_shown(outer)) - len(read_shown(best))
        if more and more >= beside * _MOSTLY_GOOD:
            widest = outer
    return widest


_MOSTLY_GOOD = 0.6  # of what an outer element adds


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
