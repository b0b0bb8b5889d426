"""Web and mail addresses that stand bare in running text, found so that they become links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STOPS = r"\s<>\"“”„‟«»‹›`|\\^{}\u3000-\u303f\uff01-\uff5e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
# Chinese, Japanese and Korean text goes on behind an address without a blank, "…/waterで公開": a letter of
# these belongs to the address at the beginning of one of its parts, "…/wiki/日本", and no hiragana does
_HIRAGANA = r"\u3041-\u309f"
_EAST = r"\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WEB = re.compile(
    rf"(?<![A-Za-z0-9_@/.:+-])(?:https?://|www\.)"
    rf"(?:[^{_STOPS}{_HIRAGANA}{_EAST}]|(?<=[/=?&#_.-])[{_EAST}][{_EAST}{_HIRAGANA}]*)+",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?(?P<host>[^/?#:@]+)(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_MAIL = re.compile(
    r"(?<![\w.+%/@-])(?:mailto:)?[A-Za-z0-9][\w.+%'-]*@"
    r"(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(?![\w@-])",
    re.ASCII,
)
_AFTER = ".,;:!?'’‘…*~"  # at the end: of the sentence, not of the address
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Address:
    """An address at ``[start, end)`` of a text, and where a link to it leads."""

    start: int
    end: int
    href: str


def find_addresses(text: str) -> Iterator[Address]:
    """Find web addresses that begin with "http://", "https://" or "www.", and mail addresses, in their order.

    A bare "example.org" is not taken: names of firms and files have the same form.
    """
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return
    found = sorted([*_find_web(text), *_find_mail(text)], key=lambda each: each.start)
    end = 0
    for address in found:
        if address.start >= end:
            yield address
            end = address.end


def _find_web(text: str) -> Iterator[Address]:
    for match in _WEB.finditer(text):
        written = _trim(match.group())
        host = _HOST.match(written)
        if host is None or not _is_host(host["host"], bare=not _has_scheme(written)):
            continue
        href = written if _has_scheme(written) else f"https://{written}"
        yield Address(match.start(), match.start() + len(written), href)


def _find_mail(text: str) -> Iterator[Address]:
    for match in _MAIL.finditer(text):
        written = match.group()
        local = written.partition("@")[0]
        if ".." in local or local.endswith("."):
            continue
        href = written if written.startswith("mailto:") else f"mailto:{written}"
        yield Address(match.start(), match.end(), href)


def _has_scheme(written: str) -> bool:
    return written[:4].lower() == "http"


def _is_host(host: str, *, bare: bool) -> bool:
    """Tell whether these are names with points between them, after "www." at least two."""
    labels = host.split(".")
    if bare and len(labels) < 3:
        return False
    return all(_LABEL.fullmatch(label) for label in labels)


def _trim(written: str) -> str:
    """Take away what ends the sentence or closes a bracket that was opened ahead of the address."""
    while written:
        last = written[-1]
        opening = _PAIRS.get(last)
        if last in _AFTER or (opening and written.count(opening) < written.count(last)):
            written = written[:-1]
        else:
            break
    return written


def is_address(words: str, href: str) -> bool:
    """Tell whether the words of a link are the address that it leads to."""
    return _strip(words) == _strip(href)


def _strip(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)", "", address.strip(), flags=re.IGNORECASE).rstrip("/").lower()
