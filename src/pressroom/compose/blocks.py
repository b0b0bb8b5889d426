"""Blocks of the document as HTML in the page's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pressroom.compose.anchors import Anchors, make_table_anchor
from pressroom.compose.figures import find_block_ahead, render_figure
from pressroom.compose.inlines import InlineWriter, escape_text, render_formula, write_width
from pressroom.compose.numbering import list_free, make_image_anchor, number_authors_figures
from pressroom.compose.references import References, collect_references, names_a_figure
from pressroom.compose.tables import render_table
from pressroom.model import walk
from pressroom.model.document import (
    Asset,
    Block,
    Callout,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Footnote,
    Image,
    Landscape,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.figure import Figure
from pressroom.model.inline import FootnoteRef, Inline
from pressroom.model.inline import words as plain
from pressroom.model.page import write_as_spans
from pressroom.model.paper import COLUMN_MM
from pressroom.model.report import Report

_LIST_TYPES = {
    "decimal": "1",
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
CALLOUTS = frozenset(("note", "tip", "important", "warning", "caution"))
_EMPTY = "\u00a0"  # a field without a value keeps its line: the next value would slip up to it
_ID = re.compile(r"[^\w.-]+")
_COUNT = re.compile(r"\w+(?=\W*$)")  # the part of a marker that goes on from item to item: "1" of "2.1."
_PLAIN_FORM = "%."
_NAME = 2  # the line of a signature that says who signs
_SIGNER = "signer signature"  # the name under "Yours sincerely": what is signed by hand stands ahead of it


@dataclass(frozen=True, slots=True)
class Caption:
    """An entry for a list of figures or of tables: its kind ("figures", "tables"), place and words."""

    kind: str
    id: str
    words: str


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks as HTML, counting pictures, remembering captions and which notes were called.

    One writer serves one page: the counts are its only state. ``missing`` are ids that the page does not
    have, to which nothing may lead.
    """

    report: Report
    anchors: Anchors
    assets: Mapping[str, Asset]
    missing: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)  # numbers of figures, by an earlier writer
    inlines: InlineWriter = field(init=False)
    references: References = field(init=False)
    called: set[str] = field(default_factory=set, init=False)
    captions: list[Caption] = field(default_factory=list, init=False)
    _images: dict[int, int] = field(default_factory=dict, init=False)
    _figures: dict[str, str] = field(default_factory=dict, init=False)
    _free: Iterator[str] = field(init=False)
    _placed: dict[int, Figure] = field(default_factory=dict, init=False)
    _behind: dict[int, list[Figure]] = field(default_factory=dict, init=False)
    _notes: dict[str, Footnote] = field(default_factory=dict, init=False)
    _in_text: frozenset[str] = field(default=frozenset(), init=False)  # notes that the text itself calls
    _open: list[str] = field(default_factory=list, init=False)  # notes being written, outermost first
    _seen: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        named = names_a_figure(self.report)
        self._figures = number_authors_figures(self.report, self.assets, named=named)
        self._free = list_free(self._figures.values())
        self.references = collect_references(
            self.report, self.anchors.tables, self._figures, self.missing, self.known
        )
        self.inlines = InlineWriter(
            self.anchors, self.assets, self._render_footnote, self.references, lang=self.report.lang
        )
        self._notes = {note.label: note for note in self.report.document.footnotes}
        self._in_text = frozenset(
            inline.label
            for run in walk.runs(self.report.document)
            for inline in walk.inlines(run.inlines)
            if isinstance(inline, FootnoteRef)
        )
        self._placed = {figure.anchor.start: figure for figure in self.report.figures.drawn if figure.anchor}

        for figure in self.report.figures.drawn:
            block = find_block_ahead(figure, self.report.document)
            if block:
                self._behind.setdefault(id(block), []).append(figure)

    def html(self, blocks: Iterable[Block]) -> str:
        """Return blocks as HTML, one after the other."""
        rendered: list[str] = []
        signed = 0  # lines of a signature that stand right ahead
        for block in blocks:
            if isinstance(block, Paragraph) and block.role == "signature":
                signed += 1
                rendered.append(self._render_paragraph(block, _SIGNER if signed == _NAME else ""))
            else:
                signed = 0
                rendered.append(self._render(block))
            rendered += [self.figure(figure) for figure in self._behind.get(id(block), ())]
        return "\n".join(rendered)

    @property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of the figures that were written, by their ids."""
        return self._figures

    def figure(self, figure: Figure) -> str:
        """Return a drawn figure with its caption; those that have no number yet get the next."""
        number = self._find_number(figure.id)
        self._add_caption("figures", figure.id, number, figure.title)
        return render_figure(figure, number, self.report, self.anchors)

    def _add_caption(self, kind: str, ident: str, number: str, title: str) -> None:
        label = self.report.label("figure" if kind == "figures" else "table")
        said = "\u2002".join(filter(None, (f"{label} {number}", " ".join(title.split()))))
        self.captions.append(Caption(kind, ident, said))

    def _find_number(self, figure_id: str) -> str:
        if figure_id not in self._figures:
            self._figures[figure_id] = next(self._free)
        return self._figures[figure_id]

    def _render(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._render_paragraph(block)
            case List():
                return self._render_list(block)
            case Table():
                number = "" if self._open else self.anchors.tables[block.span.start]
                if number:
                    self._add_caption(
                        "tables", make_table_anchor(block.span.start), number, plain(block.caption)
                    )
                return render_table(block, number, self.report.label("table"), self.inlines)
            case DefinitionList(items, _, fields):
                kind = ' class="fields"' if fields else ""
                pairs = map(self.render_field, items)
                rows = "".join(f"<dt>{term}</dt>\n<dd>{value}</dd>\n" for term, value in pairs)
                return f"<dl{kind}>\n{rows}</dl>"
            case Quote(blocks, _, attribution):
                by = f'<p class="attribution">{self.inlines.html(attribution)}</p>' if attribution else ""
                return f"<blockquote>\n{self.html(blocks)}{by}\n</blockquote>"
            case CodeBlock():
                return self._render_code(block)
            case MathBlock(tex):
                return f'<p class="formula">{render_formula(tex, self.report.lang, display=True)}</p>'
            case Image():
                return self._render_image(block)
            case Callout():
                return self._render_callout(block)
            case Landscape() | Divider():
                return self._render_break(block)

    def render_field(self, item: Definition) -> tuple[str, str]:
        """Return a term and what is said of it as HTML."""
        return self.inlines.html(item.term), self._render_tight(item.blocks) or _EMPTY

    def _render_callout(self, block: Callout) -> str:
        said = self._render_callout_head(block.kind, block.title)
        head = f'<p class="callout-title">{said}</p>\n' if said else ""
        return f'<aside class="callout {escape_text(block.kind)}">\n{head}{self.html(block.blocks)}\n</aside>'

    def _render_break(self, block: Landscape | Divider) -> str:
        if isinstance(block, Landscape):
            return f'<section class="landscape">\n{self.html(block.blocks)}\n</section>'
        return '<div class="page-break"></div>' if block.kind == "page" else '<hr class="divider">'

    def _render_callout_head(self, kind: str, title: tuple[Inline, ...]) -> str:
        """Return a callout's kind as a word where its title does not say it: colour tells it to some."""
        if kind == "box" or (kind not in CALLOUTS and plain(title).strip()):  # its title says what it is
            return self.inlines.html(title)
        label = self.report.label(f"callout_{kind}" if kind in CALLOUTS else "callout_note")
        said = plain(title)
        if label.casefold() in said.casefold():
            return self.inlines.html(title)
        mark = self.report.label("colon") if said.strip() else ""
        return f'<span class="callout-kind">{escape_text(label + mark)}</span>{self.inlines.html(title)}'

    def _render_paragraph(self, block: Paragraph, kind: str = "") -> str:
        """Return a paragraph of a kind, that of its role where none is said."""
        kind = kind or ("" if block.role == "body" else block.role)
        is_label = block.role == "caption"  # it begins with the very words of a reference
        write = self.inlines.html_without_references if is_label else self.inlines.html
        marked = f' class="{kind}"' if kind else ""
        return f"<p{marked}>{write(block.inlines)}</p>"

    def _render_list(self, block: List) -> str:
        if not block.ordered:
            items = "\n".join([self._render_item(item) for item in block.items])
            return f"<ul>\n{items}\n</ul>"
        form = _find_form(block)
        items = "\n".join([self._render_item(item, marked=form != _PLAIN_FORM) for item in block.items])
        start = f' start="{block.start}"' if block.start != 1 else ""
        as_written = f' data-form="{escape_text(form)}"' if form not in ("", _PLAIN_FORM) else ""
        return f'<ol type="{_LIST_TYPES[block.style]}"{start}{as_written}>\n{items}\n</ol>'

    def _render_item(self, item: ListItem, *, marked: bool = False) -> str:
        task = (
            ""
            if item.checked is None
            else f' class="task" data-checked="{"true" if item.checked else "false"}"'
        )
        marker = f' data-marker="{escape_text(item.marker)}"' if marked and item.marker else ""
        return f"<li{task}{marker}>{self._render_tight(item.blocks)}</li>"

    def _render_tight(self, blocks: tuple[Block, ...]) -> str:
        """Write an item: its words without a paragraph round them when it holds only one."""
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        if len(paragraphs) == 1 and blocks[0] is paragraphs[0]:
            rest = self.html(blocks[1:])
            return self.inlines.html(paragraphs[0].inlines) + (f"\n{rest}\n" if rest else "")
        return self.html(blocks)

    def _render_code(self, block: CodeBlock) -> str:
        placed = self._placed.get(block.span.start)
        if placed:
            return self.figure(placed)
        language = f' class="language-{escape_text(block.language)}"' if block.language else ""
        return f"<pre><code{language}>{escape_text(block.text)}</code></pre>"

    def _render_image(self, block: Image) -> str:
        caption = self.inlines.html(block.caption)
        if block.src not in self.assets:
            said = bool(block.alt) and plain(block.caption).startswith(block.alt)  # the caption says it below
            words = self.report.label("picture_missing").format(
                alt=block.src if said else block.alt or block.src
            )
            return f'<p class="note">{escape_text(words)}</p>' + (f"\n<p>{caption}</p>" if caption else "")
        ident = self._name_image(block.span.start)
        alt = block.alt or " ".join(plain(block.caption).split())
        if caption:
            self._add_caption("figures", ident, self._find_number(ident), plain(block.caption))
            label = f"{self.report.label('figure')} {self._find_number(ident)}"
            caption = f'<span class="label">{label}</span> <span class="caption-title">{caption}</span>'
            caption = f"<figcaption>{caption}</figcaption>"
        kind = "image" if caption else "image bare"
        if block.width and block.width.measure(COLUMN_MM) > COLUMN_MM:
            kind += " wide"
        wide = write_width(block.width)
        return (
            f'<figure class="{kind}" id="{ident}">'
            f'<img src="asset:{self.assets[block.src].name}" alt="{escape_text(alt)}"{wide}>'
            f"{caption}</figure>"
        )

    def _name_image(self, start: int) -> str:
        """Return an id that no other picture has: several may stand in one paragraph, and so in one place."""
        count = self._images[start] = self._images.get(start, 0) + 1
        return make_image_anchor(start, count)

    def _render_footnote(self, label: str) -> str:
        note = self._notes.get(label)
        if note is None:
            return f"<sup>{escape_text(label)}</sup>"
        ident = "fn-" + _ID.sub("-", label)
        if label in self.called or (self._open and label in self._in_text):
            return f'<a class="footnote-again" href="#{ident}">{escape_text(label)}</a>'
        if self._open:  # Word has no note in a note: its words stand where it is called
            return "" if label in self._open else f" ({self._render_note(note)})"
        self.called.add(label)
        words = self._render_note(note)
        return f'<span class="footnote" id="{ident}" data-footnote="{escape_text(label)}">{words}</span>'

    def _render_note(self, note: Footnote) -> str:
        """Write the words of a note, its paragraphs on lines of their own, its other blocks as spans."""
        self._open.append(note.label)
        self._seen.add(note.label)
        parts: list[str] = []
        for block in note.blocks:
            if isinstance(block, Paragraph):
                before = "<br>" if parts and not parts[-1].startswith("<span data-tag") else ""
                parts.append(before + self.inlines.html(block.inlines))
            else:
                parts.append(write_as_spans(self.html([block])))
        self._open.pop()
        return "".join(parts)

    def render_uncalled_notes(self) -> list[str]:
        """Return the HTML of every note that the text defines and never calls, so that none is lost."""
        return [
            self._render_note(note) for note in self.report.document.footnotes if note.label not in self._seen
        ]


def _find_form(block: List) -> str:
    """Return how the numbers of an ordered list are written, "%" for the count: "%.", "(%)", "2.%".

    "" where the items differ, or where their numbers are not those that the list counts.
    """
    forms: set[str] = set()
    for number, item in enumerate(block.items, block.start):
        count = _COUNT.search(item.marker)
        if not item.marker:
            forms.add(_PLAIN_FORM)
        elif count is None or "%" in item.marker or (count[0].isdecimal() and int(count[0]) != number):
            return ""
        else:
            forms.add(f"{item.marker[: count.start()]}%{item.marker[count.end() :]}")
    return forms.pop() if len(forms) == 1 else ""
