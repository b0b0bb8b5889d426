"""Settings of a reader: overrides, which take precedence over what it finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """Overrides for one source.

    A place is a heading's words (compared without case, numbering and outer punctuation) or the number of a
    line, counted from 1: ``12`` or ``"12"``. ``headings`` are headings whatever the reader thinks,
    ``not_headings`` are none, ``levels`` are pairs (place, level from 1). ``encoding`` is the name of the
    source's character encoding, "" to find out. ``markup`` says how a plain text is read: "plain",
    "markdown", "" to find out. ``lang`` is the BCP 47 tag of its language, "" if unknown. With ``metafiles``
    pictures in EMF and WMF are kept as they are, for whoever can draw them; without, they are left out.
    """

    headings: tuple[str | int, ...] = ()
    not_headings: tuple[str | int, ...] = ()
    levels: tuple[tuple[str | int, int], ...] = ()
    encoding: str = ""
    markup: str = ""
    lang: str = ""
    metafiles: bool = False
