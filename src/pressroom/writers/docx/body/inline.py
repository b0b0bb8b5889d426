"""Running text: the inline elements of the page as Word's runs, links, fields, notes and bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.formulas import can_set, to_omml
from pressroom.language.direction import find_direction
from pressroom.writers.common.formulas import say_formula, write_mathml
from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.pictures import measure_asked
from pressroom.writers.docx.package.markup import (
    PLAIN,
    RunFormat,
    escape,
    field,
    find_language_slot,
    raw_run,
    right_to_left,
    run,
)
from pressroom.writers.docx.package.numbers import find_last_number, name_number
from pressroom.writers.docx.package.tree import classes, collapse_spaces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOOKS: dict[str, dict[str, object]] = {
    "em": {"italic": True},
    "i": {"italic": True},
    "cite": {"italic": True},
    "strong": {"bold": True},
    "b": {"bold": True},
    "s": {"strike": True},
    "del": {"strike": True},
    "sup": {"vertical": "superscript"},
    "sub": {"vertical": "subscript"},
}
# roles that a span of the page gives its letters
_SPAN_ROLES = {
    "label": "caption-label",
    "caption-title": "caption-title",
    "subtitle": "subtitle",
    "when": "event-when",
    "qualifier": "qualifier",
    "scope": "scope",
}
_OUTWARD = ("http:", "https:", "mailto:", "tel:")
_LINE_HEIGHT = 360  # twips: how high a picture in the line may stand


class TextLine:
    """The content of one paragraph being written. White space collapses as in a browser, across elements."""

    def __init__(
        self, context: DocumentContext, links: PartLinks, width: int, base: RunFormat = PLAIN
    ) -> None:
        self.context = context
        self.links = links
        self.width = width
        self.base = base
        self.words = ""  # the letters written so far, for finding the direction
        self._parts: list[str] = []
        self._letters: list[str] = []
        self._look = base
        self._space: RunFormat | None = None
        self._started = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written."""
        return not self._parts and not self._letters

    def content(self) -> str:
        """Return the runs; a space at the end is dropped."""
        self._space = None
        self._flush()
        return "".join(self._parts)

    def reads_right_to_left(self) -> bool:
        """Tell whether the paragraph reads from right to left."""
        around = "rtl" if self.context.rtl else "ltr"
        return (find_direction(self.words, around) if self.context.mixed else around) == "rtl"

    def add_text(self, text: str | None, look: RunFormat) -> None:
        """Write some words."""
        if not text:
            return
        text = collapse_spaces(text)
        if text[0] == " " and self._started and self._space is None:
            self._space = look
        core = text.strip(" ")
        if not core:
            return
        self._add_space()
        self._add_letters(core, look)
        if text[-1] == " ":
            self._space = look

    def add_children(self, element: HtmlElement, look: RunFormat) -> None:
        """Write everything in an element, in its language."""
        if element.get("lang"):
            look = look.with_(lang=element.get("lang"))
        self.add_text(element.text, look)
        for child in element:
            self.add_element(child, look)
            self.add_text(child.tail, look)

    def add_markup(self, markup: str) -> None:
        """Put markup between the runs."""
        self._add_space()
        self._flush()
        self._parts.append(markup)
        self._started = True

    def _add_space(self) -> None:
        if self._space is not None:
            space, self._space = self._space, None
            self._add_letters(" ", space)

    def _add_letters(self, text: str, look: RunFormat) -> None:
        if look != self._look:
            self._flush()
            self._look = look
        self._letters.append(text)
        self._started = True
        if self.context.mixed:
            self.words += text

    def _flush(self) -> None:
        if self._letters:
            self._parts.append(run("".join(self._letters), self._look))
            self._letters = []

    def add_element(self, element: HtmlElement, look: RunFormat) -> None:
        """Write an inline element, without what follows it."""
        tag = element.tag
        if tag == "br":
            self._space = None
            self.add_markup(raw_run("<w:br/>", look))
            self._started = False
        elif tag == "a":
            self._add_link(element, look)
        elif tag == "img":
            self._add_picture(element, look)
        elif tag == "code":
            self._add_code(element, look)
        elif tag == "span":
            self._add_span(element, look)
        elif tag in _LOOKS:
            self.add_children(element, look.with_(**_LOOKS[tag]))
        else:
            self.add_children(element, look)

    def _add_code(self, element: HtmlElement, look: RunFormat) -> None:
        self.add_children(element, look.with_(style=self.context.styles.id("code-inline")))

    def _add_span(self, element: HtmlElement, look: RunFormat) -> None:
        kinds = classes(element)
        if "footnote" in kinds:
            self._drop_space()
            self.add_markup(self.context.notes.call(element))
            return
        if "math" in kinds:
            for math in element.iterchildren("math"):
                mathml = write_mathml(math)
                if can_set(mathml):
                    self.add_markup(to_omml(mathml))
                else:
                    self.add_text(say_formula(math), look)
                return
        if "number" in kinds:
            return
        role = next((_SPAN_ROLES[kind] for kind in kinds if kind in _SPAN_ROLES), None)
        if role:
            look = look.with_(style=self.context.styles.id(role))
        if element.get("lang"):
            look = self._set_language(element, look)
        ident = element.get("id") or ""
        if "label" in kinds and self._add_label(element, look):
            return
        if ident in self.context.targets:
            self._add_bookmarked(ident, element, look)
        else:
            self.add_children(element, look)

    def _set_language(self, element: HtmlElement, look: RunFormat) -> RunFormat:
        lang = element.get("lang", "")
        rtl = find_language_slot(lang) == "bidi" and right_to_left(element.text_content())
        return look.with_(lang=lang, rtl=rtl)

    def _drop_space(self) -> None:
        self._space = None

    def _add_bookmarked(self, ident: str, element: HtmlElement, look: RunFormat) -> None:
        inner = TextLine(self.context, self.links, self.width, self.base)
        inner.add_children(element, look)
        words = inner.words
        self.add_markup(self.context.bookmarks.wrap(ident, inner.content()))
        self.words += words

    def _add_label(self, element: HtmlElement, look: RunFormat) -> bool:
        """Write "Figure 3" with a number that Word counts, as the place that cross-references point at."""
        caption = next((up for up in element.iterancestors() if up.tag in ("figcaption", "caption")), None)
        owner = None if caption is None else caption.getparent()
        words = collapse_spaces(element.text_content()).strip()
        number = find_last_number(words)
        if owner is None or not number:
            return False
        ahead, ident = words.removesuffix(number), owner.get("id") or ""
        shown = self._count_caption(ahead.strip(), number, look) if number.isdecimal() else run(number, look)
        if ident in self.context.numbers:
            shown = self.context.bookmarks.wrap(name_number(ident), shown)
        self.add_markup(self.context.bookmarks.wrap(ident, (run(ahead, look) if ahead else "") + shown))
        return True

    def _count_caption(self, word: str, number: str, look: RunFormat) -> str:
        """Return the field that counts the captions with this word, begun anew where they skip a number."""
        self.context.sequences[word] = self.context.sequences.get(word, 0) + 1
        restart = "" if self.context.sequences[word] == int(number) else f" \\r {number}"
        self.context.sequences[word] = int(number)
        return field(f"SEQ {make_sequence_name(word)} \\* ARABIC{restart}", run(number, look), look)

    def _add_picture(self, element: HtmlElement, look: RunFormat) -> None:
        name = (element.get("src") or "").removeprefix("asset:")
        drawing, asset = self.context.page.drawings.get(name), self.context.page.assets.get(name)
        asked = measure_asked(element, self.width)
        alt = element.get("alt") or ""
        height = _LINE_HEIGHT if "in-line" in classes(element) else self.context.paper.text_height * 3 // 4
        if drawing is not None:
            shown = self.context.pictures.drawing(self.links.part, drawing, alt, self.width, height, asked)
            self.add_markup(shown)
            return
        if asset is None:
            self.add_text(alt, look)
            return
        self.add_markup(self.context.pictures.asset(self.links.part, asset, alt, self.width, height, asked))

    def _add_link(self, element: HtmlElement, look: RunFormat) -> None:
        href = element.get("href") or ""
        kinds = classes(element)
        if href.startswith("#"):
            self._add_inner_link(element, href[1:], kinds, look)
        elif href.lower().startswith(_OUTWARD):
            styled = look.with_(style=self.context.styles.id("hyperlink"))
            if "address-link" in kinds:
                styled = styled.with_(hidden_proof=True)  # Word would divide it like a word, with hyphens
            content = self._render_inner(element, styled)
            self.add_markup(
                f'<w:hyperlink r:id="{self.links.id(href)}" w:history="1">{content}</w:hyperlink>'
            )
        else:
            self.add_children(element, look)

    def _add_inner_link(self, element: HtmlElement, ident: str, kinds: list[str], look: RunFormat) -> None:
        if "footnote-again" in kinds:
            self._drop_space()
            if ident in self.context.targets:
                self.add_markup(self.context.notes.call_again(ident, element.text or ""))
            return
        if ident not in self.context.targets:
            self.add_children(element, look)
            return
        name = self.context.bookmarks.name(ident)
        if "pageref" in kinds:
            number = self.context.page_numbers.get(ident)
            self.add_markup(
                field(f"PAGEREF {name} \\h", run("" if number is None else str(number), look), look)
            )
            return
        words = collapse_spaces(element.text_content()).strip()
        if "ref" in kinds and self._add_reference(ident, words, look):
            return
        kept = "ref" in kinds or "value" in kinds  # a number of the panel has its own look
        styled = look if kept else look.with_(style=self.context.styles.id("inner-link"))
        content = self._render_inner(element, styled)
        self.add_markup(f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{content}</w:hyperlink>')

    def _add_reference(self, ident: str, words: str, look: RunFormat) -> bool:
        """Write the field that shows the label or the number of a thing, after the words ahead of it.

        Return False where the words don't end in its number: whatever they say, no field would say it.
        """
        context = self.context
        name = context.bookmarks.name(ident)
        if context.labels.get(ident) == words:
            self.add_markup(field(f"REF {name} \\h", run(words, look), look))
            return True
        number = context.numbers.get(ident)
        if not number or find_last_number(words) != number:
            return False
        if context.heading_list and ident in context.counted:
            instruction = f"REF {name} \\r \\h"  # the number that Word counts for the paragraph
        else:
            instruction = f"REF {context.bookmarks.name(name_number(ident))} \\h"
        ahead = words.removesuffix(number)
        shown = field(instruction, run(number, look), look)
        self.add_markup((run(ahead, look) if ahead else "") + shown)
        return True

    def _render_inner(self, element: HtmlElement, look: RunFormat) -> str:
        inner = TextLine(self.context, self.links, self.width, self.base)
        inner.add_children(element, look)
        content = inner.content()
        self.words += inner.words
        return content


def make_sequence_name(word: str) -> str:
    """Return the name of a caption's sequence: its word, as one."""
    return "".join(word.split()) or "Figure"
