"""What speaks for a block of a page being text, or of its frame: signs by name, weighed in ``weights``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pressroom.readers.html.passages import PagePassage, split_words
from pressroom.readers.html.phrases import find_opening, find_phrases

_LONG = 40  # characters of a block that is surely of the text where trafilatura has it
_NEAR = 5  # blocks
_SHORTEST_TEXT = 9  # words; a line of fewer may open a part of the page
_SAME = 0.4  # of the words of a block and of the page's title together
_END = re.compile(r"[.!?…:;。！？][\"'”»“’)\]]*\s*$")
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\.?\s+\w{3,10}\.?\s+(?:19|20)\d\d"
    r"|\w{3,10}\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}:\d\d)"
)
_OF_WORDS = (
    ("comma", re.compile("[,،，]")),
    ("date", _DATE),
    ("copyright", re.compile("©|copyright|all rights|alle rechte", re.IGNORECASE)),
    (
        "begins like a byline",
        re.compile(r"(?:by|von|par|por|di|autor|author|posted|written)\b", re.IGNORECASE),
    ),
    ("bar", re.compile(r"\|")),
    ("arrow", re.compile("^[^«]*»|→|›")),
    ("dots", re.compile(r"(?:\.\.\.|…|\[…\])$")),
    ("question", re.compile(r"\?\W{0,2}$")),
    ("address", re.compile(r"@\w")),
)
_AT_START = frozenset(("begins like a byline",))
_QUOTED = "quotation from elsewhere"
_NAMES = {
    "comments": r"comment|respond|repl(?:y|ies)|disqus|kommentar",
    "sharing": r"shar(?:e|ing)|social|follow|twitter|facebook",
    _QUOTED: r"tweet|embed|instagram|fb-post|pull-?quote",
    "further reading": r"relat|teaser|recommend|more|recent|popular|latest|suggest|similar|most",
    "side": r"side|widget|aside|rail|secondary",
    "about the text": r"meta|info|author|byline|\bby\b|autor|posted",
    "date": r"date|time|datum|publish",
    "navigation": r"nav|menu|bread|crumb|pag(?:er|ing|ination)|prev|next",
    "footer": r"foot|copyright|bottom|imprint|impressum",
    "header": r"header|masthead|logo|topbar|banner",
    "advertising": r"\bads?\b|advert|promo|sponsor|newsletter|subscri|cookie|consent|popup|modal|banner",
    "text": r"content|entry|article|story|\btext\b|\bbody|post",
    "caption": r"caption|credit|image|photo|gallery|bild",
    "labels": r"tag|categor|topic|keyword|label",
    "headline": r"titl|headline|heading",
    "standfirst": r"intro|lead|standfirst|summary|teaser|abstract|excerpt|subtitle",
    "form": r"form|search|login|input",
    "box": r"box|block|panel|module",
}
_NAMED = {name: re.compile(pattern) for name, pattern in _NAMES.items()}
_TAGS = frozenset(
    (
        *("nav", "footer", "header", "aside", "form", "article", "main", "section", "figure", "figcaption"),
        *("li", "td", "p", "blockquote", "address", "time", "ul", "ol", "dl", "table", "label", "noscript"),
    )
)
_FIGURES = ("figure", "figcaption")
_WORD_STEPS = (1, 2, 3, 5, 8, 13, 20, 35, 60, 100, 200)
_SHARE_STEPS = (0.01, 0.2, 0.5, 0.8, 0.95)
_LINK_STEPS = (0.05, 0.2, 0.5, 0.8)


@dataclass(frozen=True, slots=True)
class _Survey:
    """What is known of the page as a whole."""

    passages: Sequence[PagePassage]
    first: int
    last: int
    title: int
    letters: Counter[etree._Element]
    shared: Counter[etree._Element]
    linked: Counter[etree._Element]
    all_shared: int
    classes: Counter[tuple[str, str]]
    said: Counter[str]
    likeness: Sequence[float]
    phrases: Sequence[Sequence[str]]
    parts: Sequence[tuple[str, int]]
    over: Sequence[int]
    under: Sequence[int]


def describe(passages: Sequence[PagePassage], title: str) -> list[list[str]]:
    """Return the signs of each block; ``title`` is the title that the page gives itself."""
    known = _survey(passages, title)
    holders = frozenset(holder for each in passages for holder in each.holders)
    names = {holder: _find_names(holder) for holder in holders}
    return [
        [
            *_describe_words(known, at),
            *_describe_phrases(known, at),
            *_describe_place(known, at),
            *_describe_neighbours(known, at),
            *_describe_holders(known, at),
            *_describe_names(known, at, names),
        ]
        for at in range(len(passages))
    ]


def _survey(passages: Sequence[PagePassage], title: str) -> _Survey:
    letters: Counter[etree._Element] = Counter()
    shared: Counter[etree._Element] = Counter()
    linked: Counter[etree._Element] = Counter()
    for each in passages:
        for holder in each.holders:
            letters[holder] += len(each.text)
            shared[holder] += len(each.text) * each.is_shared
            linked[holder] += min(each.linked, len(each.text))
    surely = [at for at, each in enumerate(passages) if each.is_shared and len(each.text) >= _LONG]
    wanted = set(split_words(title))
    likeness = [_compare(each, wanted) for each in passages]
    phrases = [find_phrases(each.text) for each in passages]
    return _Survey(
        passages,
        surely[0] if surely else -1,
        surely[-1] if surely else -1,
        _find_title(passages, likeness),
        letters,
        shared,
        linked,
        sum(len(each.text) for each in passages if each.is_shared) or 1,
        Counter(_name_class(each) for each in passages),
        Counter(" ".join(split_words(each.text)) for each in passages),
        likeness,
        phrases,
        _find_parts(passages, phrases),
        _find_last(range(len(passages)), [each.kind == "heading" for each in passages]),
        _find_last(range(len(passages) - 1, -1, -1), [each.kind != "heading" for each in passages]),
    )


def _find_last(order: Sequence[int], wanted: Sequence[bool]) -> list[int]:
    """Return for each place the last wanted one that was passed before it in an order, -1 for none."""
    found, last = [-1] * len(wanted), -1
    for at in order:
        found[at] = last
        last = at if wanted[at] else last
    return found


def _find_parts(passages: Sequence[PagePassage], phrases: Sequence[Sequence[str]]) -> list[tuple[str, int]]:
    """Return for each block which phrase the heading over it has, "" for none, and how far above it is."""
    found: list[tuple[str, int]] = []
    part, away = "", 0
    for passage, said in zip(passages, phrases, strict=True):
        away += 1
        found.append((part, away))
        is_heading = passage.kind == "heading"
        if is_heading or (len(passage.text.split()) < _SHORTEST_TEXT and passage.text.endswith(":")):
            opened = find_opening(said)
            part, away = (opened, 0) if opened or is_heading else (part, away)
    return found


def _compare(passage: PagePassage, title: set[str]) -> float:
    own = set(split_words(passage.text[:300]))
    return len(own & title) / max(1, len(own | title))


def _find_title(passages: Sequence[PagePassage], likeness: Sequence[float]) -> int:
    """Return which block is the page's title, -1 for none."""

    def weigh(at: int) -> tuple[bool, float]:
        each = passages[at]
        like = likeness[at]
        return like > _SAME, like + (each.kind == "heading") * 0.3 + (each.level == 1) * 0.2

    best = max(range(len(passages)), key=weigh, default=-1)
    if best >= 0 and likeness[best] > _SAME:
        return best
    return next((at for at, each in enumerate(passages) if each.level == 1), -1)


def _name_class(passage: PagePassage) -> tuple[str, str]:
    if not passage.holders:
        return "", ""
    return str(passage.holders[0].tag), passage.holders[0].get("class") or ""


def _step(value: float, steps: Sequence[float]) -> float:
    return max((step for step in steps if value >= step), default=0)


def _describe_words(known: _Survey, at: int) -> Iterator[str]:
    each = known.passages[at]
    text, count = each.text, len(each.text.split())
    links = _step(each.share_of_links, (0.01, 0.1, 0.25, 0.5, 0.8, 0.99))
    found = "found" if each.is_shared else "not found"
    yield found
    yield each.kind
    yield f"level {each.level}"
    yield f"words {_step(count, _WORD_STEPS)}"
    yield f"links {links}"
    yield f"links {_step(links, (0.01, 0.5, 0.99))} & {each.kind}"
    yield f"links {_step(links, (0.01, 0.5, 0.99))} & words {_step(count, (1, 4, 10, 30))}"
    yield f"{found} & {each.kind}"
    yield f"{found} & words {_step(count, (1, 4, 10, 30))}"
    yield f"{found} & {'links' if each.share_of_links > 0.5 else 'text'}"
    ends = bool(_END.search(text))
    yield "ends in a stop" if ends else "open end"
    if ends and count >= 10:
        yield "sentence"
    for name, pattern in _OF_WORDS:
        if pattern.match(text) if name in _AT_START else pattern.search(text):
            yield name
            yield f"{name} & {'short' if count < 12 else 'long'}"
    if text and sum(letter.isdigit() for letter in text) > len(text) * 0.2:
        yield "figures"
    if text.isupper():
        yield "capitals"
    if text[:1].islower():
        yield "begins small"
    if known.said[" ".join(split_words(text))] > 1:
        yield "said again"


def _describe_phrases(known: _Survey, at: int) -> Iterator[str]:
    each = known.passages[at]
    count = len(each.text.split())
    size = "short" if count < _SHORTEST_TEXT else "middle" if count < 30 else "long"
    for name in known.phrases[at]:
        yield f"{name} & {size}"
        yield f"{name} & {'found' if each.is_shared else 'not found'}"
        yield f"{name} & {each.kind}"
    if not known.phrases[at]:
        yield f"no such phrase & {size}"
    part, away = known.parts[at]
    if part:
        yield f"under what {part}"
        yield f"under what {part} by {_step(away, (1, 2, 3))}"


def _describe_place(known: _Survey, at: int) -> Iterator[str]:
    each = known.passages[at]
    found = "found" if each.is_shared else "not found"
    main = "in main" if each.in_main else "not in main"
    yield main
    yield f"{main} & {found}"
    if known.first < 0:
        yield "no text found"
    else:
        away = max(known.first - at, at - known.last, 0)
        place = "before" if at < known.first else "after" if away else "within"
        yield place
        yield f"{place} & {found}"
        yield f"{place} & {each.kind}"
        yield f"{place} & {main}"
        if away:
            yield f"{place} by {_step(away, (1, 2, 3, 5, 8, 15, 30))}"
        else:
            part = (at - known.first) / max(1, known.last - known.first)
            yield f"within at {_step(part, (0, 0.05, 0.2, 0.8, 0.95))}"
    if known.title >= 0:
        side = (
            "title" if at == known.title else "before the title" if at < known.title else "behind the title"
        )
        yield side
        yield f"{side} by {_step(abs(at - known.title), (1, 2, 3, 5, 8))}"
        if at != known.title and known.likeness[at] > _SAME:
            yield "the title again"


def _describe_neighbours(known: _Survey, at: int) -> Iterator[str]:
    passages = known.passages
    for away in (-3, -2, -1, 1, 2, 3):
        if not 0 <= at + away < len(passages):
            yield f"at {away} nothing"
            continue
        other = passages[at + away]
        yield f"at {away} {'found' if other.is_shared else 'not found'}"
        if abs(away) == 1:
            yield f"at {away} {other.kind}{' of links' if other.share_of_links > 0.5 else ''}"
            yield f"at {away} words {_step(len(other.text.split()), (1, 4, 10, 30))}"
    above = sum(other.is_shared for other in passages[max(0, at - _NEAR) : at])
    below = sum(other.is_shared for other in passages[at + 1 : at + 1 + _NEAR])
    yield f"found above {above}"
    yield f"found below {below}"
    yield f"found above {_step(above, (1, 3))} and below {_step(below, (1, 3))}"
    yield from _describe_under(known, at)
    over = known.over[at]
    if over >= 0:
        yield f"under a heading {'found' if passages[over].is_shared else 'not found'}"
        yield f"under a heading by {_step(at - over, (1, 2, 4, 8, 16))}"


def _describe_under(known: _Survey, at: int) -> Iterator[str]:
    """Yield what a short line stands over."""
    each = known.passages[at]
    if each.kind != "heading" and len(each.text.split()) >= _SHORTEST_TEXT:
        return
    if known.under[at] < 0:
        yield "over nothing"
        return
    other = known.passages[known.under[at]]
    kind = "heading" if each.kind == "heading" else "line"
    found = "found" if other.is_shared else "not found"
    linked = " of links" if other.share_of_links > 0.5 else ""
    yield f"{kind} over {found} {other.kind}{linked} {_step(len(other.text.split()), (5, 15, 40))}"
    within = set(other.holders)
    shared = next((depth for depth, holder in enumerate(each.holders) if holder in within), 9)
    yield f"{kind} shares holder {_step(shared, (1, 2, 3, 4))}"


def _describe_holders(known: _Survey, at: int) -> Iterator[str]:
    each = known.passages[at]
    for depth, holder in enumerate(each.holders[:4]):
        size = known.letters[holder] or 1
        yield f"holder {depth} found {_step(known.shared[holder] / size, _SHARE_STEPS)}"
        yield f"holder {depth} links {_step(known.linked[holder] / size, _LINK_STEPS)}"
        yield f"holder {depth} of all {_step(known.shared[holder] / known.all_shared, (0.01, 0.1, 0.5, 0.9))}"
    half = next(
        (d for d, holder in enumerate(each.holders) if known.shared[holder] * 2 >= known.all_shared), None
    )
    yield "beside the text" if half is None else f"below the text {_step(half, (1, 2, 3, 4, 6, 9))}"
    if half:
        branch = each.holders[half - 1]
        size = known.letters[branch] or 1
        yield f"branch {branch.tag}"
        yield f"branch found {_step(known.shared[branch] / size, _SHARE_STEPS)}"
        yield f"branch links {_step(known.linked[branch] / size, _LINK_STEPS)}"
        yield f"branch size {_step(size, (20, 60, 150, 400, 1500))}"
    if _name_class(each)[1]:
        yield f"alike in class {_step(known.classes[_name_class(each)], (1, 2, 4, 10, 30))}"


def _describe_names(known: _Survey, at: int, names: Mapping[etree._Element, frozenset[str]]) -> Iterator[str]:
    """Yield what tags, classes and ids of the elements round a block say it is."""
    passage = known.passages[at]
    if passage.holders:
        yield f"tag {passage.holders[0].tag}"
    yield from {f"in {holder.tag}" for holder in passage.holders if holder.tag in _TAGS}
    own, around = (
        frozenset[str]().union(*(names[holder] for holder in holders))
        for holders in (passage.holders[:2], passage.holders)
    )
    yield from (f"named {name}" for name in around)
    yield from (f"itself named {name}" for name in own)
    if is_caption(passage):
        place = "within" if known.first <= at <= known.last else "beside"
        count = _step(len(passage.text.split()), (1, 4, 10))
        yield f"caption {place} & {count} words"
        yield f"caption {place} & {'found' if passage.is_shared else 'not found'}"
        yield f"caption {place} & {'in main' if passage.in_main else 'not in main'}"
    elif is_quoted(passage):
        place = "within" if known.first <= at <= known.last else "beside"
        yield f"quotation {place} & {'found' if passage.is_shared else 'not found'}"
        yield f"quotation {place} & {'in main' if passage.in_main else 'not in main'}"


def is_caption(passage: PagePassage) -> bool:
    """Tell whether a block stands under or over a picture."""
    return any(
        holder.tag in _FIGURES or "caption" in (holder.get("class") or "").lower()
        for holder in passage.holders[:3]
    )


def is_quoted(passage: PagePassage) -> bool:
    """Tell whether a block is quoted, such as a message of a network that the text shows."""
    return any(holder.tag == "blockquote" for holder in passage.holders[:3])


def _find_names(element: etree._Element) -> frozenset[str]:
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role", "itemprop"))
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names).replace("_", " ").lower()
    found = frozenset(name for name, pattern in _NAMED.items() if pattern.search(parted))
    return found - {"sharing"} if _QUOTED in found else found  # a message of a network within the text
