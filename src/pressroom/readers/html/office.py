"""Pages that Word, Outlook and Google Docs write: their lists, titles and comments in HTML's own terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from pressroom.readers.html.page import PageContext

_MSO_LIST = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d)", re.IGNORECASE)
_MSO_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_MSO_COMMENTS = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
_SMALL = re.compile(r"font(?:-size)?\s*:[^;]*\b7(?:\.0)?pt", re.IGNORECASE)
_KIX = re.compile(r"(?:^|\s)lst-(kix_[\w-]+?)-(\d)(?:\s|$)")
_NUMBERED = re.compile(r"[(\[]?(\d{1,5}|[A-Za-z]{1,5})[.)\]]*$")
_COMMENT_CALL = re.compile(r"#(?:cmnt|_msocom_)\d+")
_COMMENT = re.compile(r"(?:cmnt|_msocom_)\d+")
_MSO_COMMENT_CLASSES = ("msocomanchor", "MsoCommentReference", "msocomtxt", "MsoCommentText")
_TITLES = ("MsoTitle", "title")
_SUBTITLES = ("MsoSubtitle", "subtitle")


@dataclass(slots=True)
class _Entry:
    """An item of a list as office programs write it: its depth from 1, its list, its mark."""

    element: etree._Element
    depth: int
    series: str
    marker: str


def tidy_office_page(body: etree._Element, page: PageContext) -> None:
    """Turn what office programs write into HTML's own elements; comments are left out and told."""
    _leave_out_comments(body, page)
    _find_title(body, page)
    _narrow_gaps(body)
    _join_docs_lists(body)
    _make_word_lists(body)


def _classes(element: etree._Element) -> list[str]:
    return str(element.get("class") or "").split()


def _find_title(body: etree._Element, page: PageContext) -> None:
    """Note the paragraphs that have the style of a title or subtitle in office programs."""
    lists = body.iter("ul", "ol")
    is_docs = "doc-content" in _classes(body) or any(_KIX.search(str(e.get("class") or "")) for e in lists)
    ways = 2 if is_docs else 1
    for element in body.iter("p"):
        names = _classes(element)
        if page.title is None and any(name in names for name in _TITLES[:ways]):
            page.title = element
        elif any(name in names for name in _SUBTITLES[:ways]):
            page.subtitles.add(element)


def _narrow_gaps(body: etree._Element) -> None:
    """Make one space of those that Word sets behind the number of a heading."""
    for span in body.iter("span"):
        small = _SMALL.search(str(span.get("style") or ""))
        if small and span.text and not span.text.strip() and not len(span):
            span.text = " "


def _leave_out_comments(body: etree._Element, page: PageContext) -> None:
    for element in list(body.iter("a", "span", "div", "p")):
        if not page.skipped.isdisjoint(element.iterancestors()):
            continue
        href = str(element.get("href") or "")
        name = str(element.get("id") or element.get("name") or "")
        if element.tag == "a" and _COMMENT_CALL.fullmatch(href) and not _COMMENT.fullmatch(name):
            page.skipped.add(element)
        elif element.tag == "a" and _COMMENT.fullmatch(name):
            holder = next((e for e in element.iterancestors("p", "div")), element)
            parent = holder.getparent()
            while parent is not None and parent.tag == "div" and _holds_only(parent, "cmnt", "_msocom"):
                holder, parent = parent, parent.getparent()
            if holder not in page.skipped:
                page.leave_out(holder, "comment")
                page.skipped.add(holder)
        elif _MSO_COMMENTS.search(str(element.get("style") or "")) and element not in page.skipped:
            page.leave_out(element, "comment")
            page.skipped.add(element)
        elif any(name in _MSO_COMMENT_CLASSES for name in _classes(element)):
            page.skipped.add(element)


def _holds_only(element: etree._Element, *names: str) -> bool:
    """Tell whether each paragraph of an element belongs to a comment: it has the comment's name in it."""
    named = [str(e.get("id") or e.get("name") or "") for e in element.iter("a")]
    return sum(name.startswith(names) and "ref" not in name for name in named) == 1


# lists


def _join_docs_lists(body: etree._Element) -> None:
    """Put the lists together that Google Docs writes apart, a list for each change of depth."""
    for first in list(body.iter("ul", "ol")):
        found = _KIX.search(str(first.get("class") or ""))
        if not found or first.getparent() is None:
            continue
        path = [(int(found[2]), first)]
        follower = first.getnext()
        while follower is not None and not _has_words_ahead(follower):
            next_one = follower.getnext()
            match = _KIX.search(str(follower.get("class") or "")) if follower.tag in ("ul", "ol") else None
            if not match or match[1] != found[1]:
                break
            depth = int(match[2])
            while len(path) > 1 and path[-1][0] > depth:
                path.pop()
            outer, outer_list = path[-1]
            if depth > outer and len(outer_list):
                outer_list[-1].append(follower)
                path.append((depth, follower))
            elif depth == outer:
                outer_list.extend(list(follower))
                _drop(follower)
            else:
                break
            follower = next_one


def _has_words_ahead(element: etree._Element) -> bool:
    before = element.getprevious()
    return before is not None and bool((before.tail or "").strip())


def _make_word_lists(body: etree._Element) -> None:
    """Make lists of paragraphs that Word marks as items by their style."""
    run: list[_Entry] = []
    for element in list(body.iter("p", "h1", "h2", "h3", "h4", "h5", "h6")):
        entry = _read_entry(element)
        if entry and element.tag != "p":
            _set_number(entry)
        if run and not (entry and _follows(run[-1].element, element)):
            _write_lists(run)
            run = []
        if entry and element.tag == "p":
            run.append(entry)
    if run:
        _write_lists(run)


def _read_entry(element: etree._Element) -> _Entry | None:
    found = _MSO_LIST.search(str(element.get("style") or ""))
    if not found:
        return None
    marker = ""
    for span in list(element.iter("span")):
        if _MSO_IGNORED.search(str(span.get("style") or "")):
            marker = " ".join("".join(str(part) for part in span.itertext()).split())
            _drop(span)
            break
    return _Entry(element, int(found[2]), found[1], marker)


def _set_number(entry: _Entry) -> None:
    """Put the number of a heading back as plain words ahead of it."""
    if entry.marker:
        entry.element.text = f"{entry.marker} {entry.element.text or ''}"


def _drop(element: etree._Element) -> None:
    """Take an element out of the tree; the words after it stay."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _follows(first: etree._Element, second: etree._Element) -> bool:
    return first.getnext() is second and not (first.tail or "").strip()


def _write_lists(run: Iterable[_Entry]) -> None:
    """Replace paragraphs by the lists that they are, nested by depth."""
    path: list[tuple[int, str, etree._Element]] = []
    for entry in run:
        kind, start = _read_marker(entry.marker)
        while path and path[-1][0] > entry.depth:
            path.pop()
        if path and path[-1][0] == entry.depth and path[-1][1] != kind:
            path.pop()
        if not path or path[-1][0] < entry.depth:
            made = etree.Element("ol" if kind else "ul")
            if kind:
                made.set("type", kind)
                made.set("start", str(start))
            if path:
                path[-1][2][-1].append(made)
            else:
                entry.element.addprevious(made)
            path.append((entry.depth, kind, made))
        item = etree.SubElement(path[-1][2], "li")
        _drop_tail(entry.element)
        item.append(entry.element)


def _drop_tail(element: etree._Element) -> None:
    if not (element.tail or "").strip():
        element.tail = None


def _read_marker(marker: str) -> tuple[str, int]:
    """Return the type of an ordered list ("1", "a", "I") and where it starts; "" for bullets."""
    found = _NUMBERED.search(marker)
    if not found or (marker == "o" or (marker[-1] not in ".)]" and not found[1].isdigit())):
        return "", 1
    core = found[1]
    if core.isdigit():
        return "1", int(core)
    roman = core.lower() in _ROMANS
    if roman and (core.lower() == "i" or len(core) > 1):
        return ("I" if core.isupper() else "i"), _ROMANS.index(core.lower()) + 1
    return ("A" if core.isupper() else "a"), ord(core[0].lower()) - 96


_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
