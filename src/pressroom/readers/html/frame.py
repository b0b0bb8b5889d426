"""Which blocks of a page are its text: signs are weighed, what trafilatura takes for it among them."""

from __future__ import annotations

import logging
import math
from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from pressroom.readers.common.outline import Item
from pressroom.readers.html.passages import PagePassage, read_passages
from pressroom.readers.html.tags import find_exclusion

# beyond these, which no page of a thousand reaches, trafilatura's time grows with the square
_MOST_ELEMENTS = 15_000
_MOST_DEPTHS = 300_000  # of all elements together
_MOST_CHARACTERS = 2_000_000
LEAST_TEXT = 300  # characters; with less of it, nothing is left out of the main part
_LIKELY = 0.25  # a line too many is seen and struck out, a paragraph that is missing is not
_MOSTLY = 0.5  # of a heading's letters
_SURELY = 0.8  # text that a heading over it is kept with


def extract_text(root: etree._Element) -> str:
    """Return the words that trafilatura takes for a page's text, none of a page that is huge."""
    if _is_huge(root):
        return ""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(root, favor_recall=True, include_comments=False) or ""
    except Exception:  # whatever it makes of a broken page, the page is read without it
        return ""


def _is_huge(root: etree._Element) -> bool:
    elements = depths = characters = depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "end":
            depth -= 1
            continue
        elements += 1
        depths += depth
        characters += len(element.text or "") + len(element.tail or "")
        depth += event == "start"
    return elements > _MOST_ELEMENTS or depths > _MOST_DEPTHS or characters > _MOST_CHARACTERS


def split_frame(
    items: Sequence[Item],
    other: str,
    names: Mapping[int, str],
    holders: Mapping[int, etree._Element],
    main: Collection[etree._Element],
    title: str,
) -> tuple[list[Item], list[str]]:
    """Return the blocks that are text, and the words of those that are of the page's frame.

    ``other`` is what trafilatura takes for the text, ``names`` are those of headings and ``holders`` the
    elements of blocks, both by their identity; ``main`` are the elements of the part that holds most of the
    text, ``title`` is the title that the page gives itself. A heading stays that stands over sure text or
    that a link of the text leads to; so do calls of notes, and the sources of the main part. Where little is
    likely text, the page is of another kind, and all of the main part stays.
    """
    passages = read_passages(items, other, holders, main)
    likely = _weigh_all(passages, title)
    kept = {
        at
        for at, each in enumerate(passages)
        if each.text and (likely[at] >= _LIKELY or each.has_call or _is_source(each))
    }
    if sum(len(passages[at].text) for at in kept) < LEAST_TEXT:
        kept = _find_main(passages, main)
    else:
        kept |= _find_headings(passages, likely)
        targets = frozenset[str]().union(*(passages[at].targets for at in kept))
        kept |= {at for at, item in enumerate(items) if names.get(id(item)) in targets}
        kept |= {at for at, each in enumerate(passages) if not each.text and kept & {at - 1, at + 1}}
    return (
        [item for at, item in enumerate(items) if at in kept],
        [each.text for at, each in enumerate(passages) if at not in kept and each.text],
    )


def _find_main(passages: Sequence[PagePassage], main: Collection[etree._Element]) -> set[int]:
    """Return which blocks stand in the main part, but for what is marked as frame there."""
    holders = {holder for each in passages for holder in each.holders if holder in main}
    framed = {each for each in holders if find_exclusion(each, str(each.tag), keep_frame=False)}
    return {at for at, each in enumerate(passages) if each.in_main and framed.isdisjoint(each.holders)}


def _weigh_all(passages: Sequence[PagePassage], title: str) -> list[float]:
    from pressroom.readers.html.signs import describe

    return [weigh(signs) for signs in describe(passages, title)]


def _is_source(passage: PagePassage) -> bool:
    from pressroom.readers.html.phrases import is_reference

    return passage.in_main and is_reference(passage.text)


def _find_headings(passages: Sequence[PagePassage], likely: Sequence[float]) -> set[int]:
    """Return which headings of the main part stand within the text and over what is surely text."""
    from pressroom.readers.html.phrases import find_opening, find_phrases

    sure = [at for at, each in enumerate(passages) if each.kind != "heading" and likely[at] >= _SURELY]
    found: set[int] = set()
    below = False
    for at in range(sure[-1] if sure else -1, sure[0] if sure else 0, -1):
        each = passages[at]
        if each.kind != "heading":
            below = likely[at] >= _SURELY if each.text else below
        elif (
            each.in_main
            and below
            and each.share_of_links <= _MOSTLY
            and not find_opening(find_phrases(each.text))
        ):
            found.add(at)
    return found


def weigh(signs: Collection[str]) -> float:
    """Return how likely a block with such signs is text."""
    from pressroom.readers.html.weights import BASE, WEIGHTS

    odds = BASE + sum(WEIGHTS.get(sign, 0.0) for sign in signs)
    return 1 / (1 + math.exp(-odds))
