"""The page's tree before the layout: what may not be printed is removed and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from pressroom.fonts.scripts import list_letters, name_packages
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.inline import PictureWidth
from pressroom.model.paper import COLUMN_MM
from pressroom.writers.common.cells import place_cells
from pressroom.writers.common.markers import set_markers
from pressroom.writers.common.markup import classes, keep_on_line, words

LINKS = re.compile(r"(?:https?://|mailto:|tel:|#)\S", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:https?://(?:www\.)?|mailto:)", re.IGNORECASE)
_KEPT = frozenset({"footnote", "footnote-again", "pageref"})
_NARROW = frozenset({"table", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dl"})
_GROUPS = re.compile(
    r"((?<![\w.,])[^\w\s]{0,2}\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])[.,\d]*(?: ?%)?)"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LAST_WORD = re.compile(r"(.*?)(\S{0,24} ?)", re.DOTALL)
MARK = "\u25a1"  # an open square
FORBIDDEN = frozenset(
    {"link", "style", "script", "base", "object", "embed", "iframe", "audio", "video", "svg", "form", "input"}
)


def sanitize_tree(root: Any) -> tuple[Diagnostic, ...]:
    """Take out of the tree what loads things, and links but to http, https, mailto, tel and inside."""
    return tuple(_sanitize(root))


def _sanitize(root: Any) -> Iterator[Diagnostic]:
    for parent in list(root.iter()):
        for child in list(parent):
            name = str(child.tag).rpartition("}")[2]
            if name in FORBIDDEN:
                parent.remove(child)
                yield _refused(f"the page has an element {name}, which no report may have")
        if parent.get("style") is not None:
            del parent.attrib["style"]
        target = parent.get("href")
        if target is not None and not (parent.tag == "a" and LINKS.match(target.strip())):
            del parent.attrib["href"]
            yield _refused(f"the link to {target[:80]!r} was left out; its words stay")
        if parent.get("rel") is not None:
            del parent.attrib["rel"]  # "attachment" would embed what the link points at


def size_pictures(root: Any) -> None:
    """Give each picture the width that its author asks for. Beside headings a share is one of the text's
    column; where text and page are alike wide, and on larger or smaller paper, one of what it stands in.
    """
    body = root.find(".//body")
    alone = body.get("data-columns") == "one" or body.get("data-paper") == "A5"
    for image in root.iter("img"):
        asked = PictureWidth.parse(image.get("data-width") or "")
        if asked is not None:
            shown = str(asked) if alone else f"{asked.measure(COLUMN_MM):.4g}mm"
            image.set("style", f"width: {shown}")


def find_composed(text: str, parts: frozenset[str]) -> frozenset[str]:
    """Return the letters of a text that are drawn in several parts, one of which is among ``parts``."""
    return frozenset(
        letter for letter in set(text) if parts & set(normalize("NFKD", letter)) and letter not in parts
    )


def replace_missing_letters(root: Any, missing: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Print a mark for each letter that no font on this machine has.

    Both standards forbid the empty box that would stand there: a reader could not tell what it is.
    """
    if not missing:
        return ()
    table = dict.fromkeys(map(ord, missing), MARK)
    for element in root.iter():
        if element.text:
            element.text = element.text.translate(table)
        if element.tail:
            element.tail = element.tail.translate(table)
    message = f"no font here has {list_letters(missing)}; the PDF prints {MARK} instead"
    return (Diagnostic(Severity.WARNING, "glyph-missing", message, name_packages(missing)),)


def mark_row_headers(root: Any) -> None:
    """In a table without any header cell, make the first cell of each row its header: ``data-heads``.

    Both the standard and its readers want headers; the print looks as before.
    """
    for table in root.iter("table"):
        if next(table.iter("th"), None) is None:
            for row in table.iter("tr"):
                first = next(row.iter("td"), None)
                if first is not None:
                    first.set("data-heads", "row")


def mark_inner_cells(root: Any) -> None:
    """Mark the last cell of a row where a cell from above ends the table: "inner"."""
    for table in root.iter("table"):
        areas = list(place_cells(table))
        end = max((area.right for area in areas), default=0)
        last = {area.top: area for area in areas}
        for area in last.values():
            if area.right < end:
                area.cell.set("class", " ".join(sorted(classes(area.cell) | {"inner"})))


def keep_groups(root: Any) -> None:
    """Keep the groups of a number in a table on one line, "12 345 678": ``span.keep``."""
    for table in root.iter("table"):
        for holder in list(table.iter()):
            keep_on_line(holder, _GROUPS)


def keep_korean_words(root: Any, lang: str = "") -> None:
    """Keep each word of a Korean passage on one line, ``span.keep``: WeasyPrint parts them at any syllable,
    and does not know ``word-break: keep-all``. Longer ones than a column might hold are left.
    """
    own = root.get("lang") or lang
    if own.partition("-")[0].lower() == "ko" and root.tag not in _NO_WORDS:
        keep_on_line(root, _KOREAN_WORD)
    for child in list(root):
        if isinstance(child.tag, str) and "keep" not in classes(child):
            keep_korean_words(child, own)


# with the number that it counts: "3200명이"
_KOREAN_WORD = re.compile(
    r"((?<![^\W_])(?=\w[^\s])(?:\d[\d.,]{0,11})?[\uac00-\ud7a3]{1,10}(?![^\W_])[.,!?…:;)\]”’」』]*)"
)
_NO_WORDS = frozenset(("head", "title", "style", "pre", "code", "math", "svg"))


def start_lists(root: Any) -> None:
    """Count each ordered list from its own start: WeasyPrint takes it from styles alone."""
    for element in root.iter("ol"):
        start = (element.get("start") or "").strip()
        if start.isdecimal():
            style = element.get("style", "")
            element.set("style", f"{style};counter-reset:list-item {int(start) - 1}".lstrip(";"))
    set_markers(root)


def add_address_notes(root: Any) -> None:
    """In a page for print, give each external link a note with its address, the first time.

    A link whose words are the address needs none; one within a note has it in brackets.
    """
    body = root.find(".//body")
    if body.get("data-variant") != "print":
        return
    in_notes = {link for note in body.iter("span") if "footnote" in classes(note) for link in note.iter("a")}
    seen: set[str] = set()
    for parent in list(body.iter()):
        for link in [child for child in parent if child.tag == "a"]:
            target = (link.get("href") or "").strip()
            short = _OUTSIDE.sub("", target).rstrip("/")
            if not _OUTSIDE.match(target) or short in seen or short in words(link):
                continue
            seen.add(short)
            within = link in in_notes
            note = link.makeelement("span", {"class": "address-note" if within else "footnote address-note"})
            note.text = f" ({short})" if within else short
            note.tail, link.tail = link.tail, None
            parent.insert(list(parent).index(link) + 1, note)


def mark_short_tables(root: Any, rows: int = 12) -> None:
    """Mark the tables of at most ``rows`` rows as "short": a page break does not part them."""
    for table in root.iter("table"):
        if sum(1 for _ in table.iter("tr")) <= rows:
            table.set("class", " ".join(sorted(classes(table) | {"short"})))


def shorten_headings(root: Any, most_words: int = 7, most_letters: int = 60) -> None:
    """Give each heading the words that a bookmark shows of it, and the running head, at most so many.

    They are in ``data-label`` and ``data-running``: neither shows calls of notes, and a whole long title
    would make the running head read like a line of the text, by eye and by tool.
    """
    for heading in (element for tag in _HEADINGS for element in root.iter(tag)):
        said = words(heading)
        short = " ".join(said.split()[:most_words])
        if len(short) > most_letters:
            short = short[:most_letters].rpartition(" ")[0] or short[: most_letters - 1]
        heading.set("data-running", said if short == said else f"{short.rstrip(' ,;:–—-')}…")
        heading.set("data-label", said)


def keep_calls(root: Any) -> None:
    """Keep the call of a note, and the page of a place, on the line of the word ahead: ``span.keep``."""
    for parent in list(root.iter()):
        for note in [child for child in parent if classes(child) & _KEPT]:
            at = list(parent).index(note)
            before = parent[at - 1] if at else None
            text = (parent.text if before is None else before.tail) or ""
            head, word = _LAST_WORD.fullmatch(text).groups()  # type: ignore[union-attr]  # matches any text
            if not word.strip():
                continue
            kept = note.makeelement("span", {"class": "keep"})
            kept.text, kept.tail, note.tail = word, note.tail, None
            if before is None:
                parent.text = head
            else:
                before.tail = head
            parent.remove(note)
            kept.append(note)
            parent.insert(at, kept)


def keep_addresses(root: Any, longest: int = 48) -> None:
    """Keep each address of running text of at most ``longest`` letters on one line: ``keep``."""
    places = (each for each in root.iter() if each.tag in _NARROW or "tile" in classes(each))
    narrow = {link for place in places for link in place.iter("a")}
    for link in root.iter("a"):
        kinds = classes(link)
        if "address-link" in kinds and len(words(link)) <= longest and link not in narrow:
            link.set("class", " ".join(sorted(kinds | {"keep"})))


def _refused(message: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING,
        "address-refused",
        message,
        "link to http, https, mailto, tel or a place inside",
    )
