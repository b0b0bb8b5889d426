"""Running text as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from pressroom.compose.addresses import find_addresses, is_address
from pressroom.compose.anchors import Anchors
from pressroom.compose.references import NO_REFERENCES, References
from pressroom.formulas import say, to_mathml
from pressroom.model.document import Asset
from pressroom.model.inline import (
    MARK_ELEMENTS,
    Code,
    FootnoteRef,
    Inline,
    InlineImage,
    Lang,
    LineBreak,
    Link,
    Math,
    Nested,
    PictureWidth,
    Text,
    plain_text,
)
from pressroom.model.inline import words as plain

ADDRESS = "address-link"  # the class of a link whose words are where it leads

_LINK_SCHEMES = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
_EMPTY_ELEMENT = re.compile(r"<(m\w+)([^<>]*?)\s*/>")
# XML 1.0 forbids these, and no writer can print them
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def escape_text(text: str) -> str:
    """Escape text for an element or a quoted attribute, without the characters that XML forbids."""
    return escape(_CONTROL.sub("", text))


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inlines as HTML.

    ``footnote`` gives the HTML of a call by its label (the note's words the first time, a link after that).
    ``links`` is False within a link; ``lang`` is that of the report, for the words of formulas; ``small`` are
    the pictures that stand among words, by their identity.
    """

    anchors: Anchors
    assets: Mapping[str, Asset]
    footnote: Callable[[str], str]
    references: References = NO_REFERENCES
    links: bool = True
    small: frozenset[int] = frozenset()
    lang: str = "en"

    def html(self, inlines: Iterable[Inline]) -> str:
        """Return the inlines of a block, cell or caption as HTML.

        A bare address is a link, and so are the words that refer to a table, a figure or a section.
        """
        run = tuple(_tell_target(each) if isinstance(each, Link) else each for each in inlines)
        return replace(self, small=find_small_pictures(run)).write_within(run)

    def write_within(self, inlines: Iterable[Inline]) -> str:
        """Return inlines that stand within others as HTML; ``html`` is for all of a block's."""
        parts: list[str] = []
        linked = self.references.link(inlines) if self.links else inlines
        for kind, group in groupby(linked, key=type):
            if kind is Text and self.links:
                parts += self._link_addresses([each for each in group if isinstance(each, Text)])
            else:
                parts += [self._render(inline) for inline in group]
        return "".join(parts)

    def html_without_references(self, inlines: Iterable[Inline]) -> str:
        """Return the inlines of a heading or a caption as HTML."""
        return replace(self, references=NO_REFERENCES).html(inlines)

    def _link_addresses(self, texts: Sequence[Text]) -> Iterator[str]:
        """Write texts that follow each other; one address may go over several of them."""
        at, starts = 0, []
        for text in texts:
            starts.append(at)
            at += len(text.value)
        done = 0
        for address in find_addresses("".join([text.value for text in texts])):
            yield from self._cut(texts, starts, done, address.start)
            words = "".join(self._cut(texts, starts, address.start, address.end))
            yield f'<a class="{ADDRESS}" href="{escape_text(address.href)}">{words}</a>'
            done = address.end
        yield from self._cut(texts, starts, done, at)

    def _cut(self, texts: Sequence[Text], starts: Sequence[int], first: int, last: int) -> Iterator[str]:
        """Write what stands from ``first`` to ``last`` of the texts, which begin at ``starts``."""
        for text, start in zip(texts, starts, strict=True):
            begin, end = max(first - start, 0), min(last - start, len(text.value))
            if begin < end:
                place = None if text.start is None else text.start + begin
                yield self._render(Text(text.value[begin:end], place))

    def _render(self, inline: Inline) -> str:
        match inline:
            case Text(value, start):
                return escape_text(value) if start is None else self._render_anchored(value, start)
            case Code(value, start):
                text = escape_text(value) if start is None else self._render_anchored(value, start)
                return f"<code>{text}</code>"
            case LineBreak():
                return "<br>"
            case Link():
                return self._render_link(inline)
            case FootnoteRef(label):
                return self.footnote(label)
            case Math(tex):
                return render_formula(tex, self.lang)
            case InlineImage(src, alt, width):
                if src not in self.assets:
                    return escape_text(alt)
                kind = ' class="in-line"' if id(inline) in self.small else ""
                wide = "" if kind else write_width(width)
                return f'<img{kind} src="asset:{self.assets[src].name}" alt="{escape_text(alt)}"{wide}>'
            case Lang(children, lang):
                return f'<span lang="{escape_text(lang)}">{self.write_within(children)}</span>'
            case _:
                tag = MARK_ELEMENTS[type(inline)]
                return f"<{tag}>{self.write_within(inline.children)}</{tag}>"

    def _render_link(self, link: Link) -> str:
        words = replace(self, links=False).write_within(link.children)
        if not _LINK_SCHEMES.match(link.href):
            return words
        kind = ' class="ref"' if link.href.startswith("#") else ""
        if is_address(plain(link.children), link.href):
            kind = f' class="{ADDRESS}"'
        return f'<a{kind} href="{escape_text(link.href)}">{words}</a>'

    def _render_anchored(self, value: str, start: int) -> str:
        found = self.anchors.find_within(start, start + len(value))
        if not found:
            return escape_text(value)
        parts: list[str] = []
        at = 0
        for anchor in found:
            first, last = anchor.start - start, min(anchor.end - start, len(value))
            parts.append(escape_text(value[at:first]))
            parts.append(f'<span class="quantity" id="{anchor.id}">{escape_text(value[first:last])}</span>')
            at = last
        parts.append(escape_text(value[at:]))
        return "".join(parts)


def write_width(width: PictureWidth | None) -> str:
    """Return the attribute that tells writers how wide a picture is to be, "" where nobody says."""
    return f' data-width="{width}"' if width else ""


def render_formula(tex: str, lang: str, *, display: bool = False) -> str:
    """Return a formula as MathML with its words, or as it is written where it cannot be set."""
    mathml = to_mathml(tex, display=display)
    if not mathml:
        return f'<code class="formula-source">{escape_text(tex)}</code>'
    # empty elements with an end of their own: to HTML, "<mspace/>" begins one
    shown = _EMPTY_ELEMENT.sub(r"<\1\2></\1>", mathml).replace(
        "<math ", f'<math alttext="{escape_text(say(mathml, lang))}" ', 1
    )
    kind = "math display" if display else "math"
    return f'<span class="{kind}" data-tex="{escape_text(tex)}">{shown}</span>'


def link_addresses(text: str) -> str:
    """Return plain text as HTML with links to the addresses in it."""
    return InlineWriter(Anchors((), (), {}), {}, lambda _: "").html((Text(text),))


def find_small_pictures(run: Iterable[Inline]) -> frozenset[int]:
    """Return the identities of the pictures of a run with words on their line: they are as high as these.

    A picture that has its line to itself, in a cell or a link as well, keeps its size.
    """
    small: set[int] = set()
    line: list[int] = []
    has_words = False
    for leaf in (*_list_leaves(run), LineBreak()):
        if isinstance(leaf, LineBreak):
            small.update(line if has_words else ())
            line, has_words = [], False
        elif isinstance(leaf, InlineImage):
            line.append(id(leaf))
        else:
            has_words = has_words or not isinstance(leaf, Text) or bool(leaf.value.strip())
    return frozenset(small)


def _list_leaves(run: Iterable[Inline]) -> Iterator[Inline]:
    for inline in run:
        if isinstance(inline, Nested):
            yield from _list_leaves(inline.children)
        else:
            yield inline


def _tell_target(link: Link) -> Link:
    """Return a link of which a picture without words is all: the picture then says where the link leads."""
    pictures = [leaf for leaf in _list_leaves(link.children) if isinstance(leaf, InlineImage)]
    if not pictures or any(picture.alt.strip() for picture in pictures):
        return link
    if plain_text(link.children).value.strip():
        return link
    told = replace(pictures[0], alt=link.href)
    return replace(link, children=(told, *pictures[1:]))
