"""Footnotes or endnotes: the part that holds them and the calls in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.flow import CLOSED_UP, BlockPosition, Flow, FlowParagraph, WriteBlock
from pressroom.writers.docx.package.archive import fill_part, new_part
from pressroom.writers.docx.package.markup import (
    BARE,
    DECLARATION,
    PLAIN,
    XMLNS,
    field,
    qualify,
    raw_run,
    run,
)
from pressroom.writers.docx.package.tree import is_block, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.opc.part import Part
    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import TextLine

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Notes:
    """The notes of one file. Word numbers them; the numbers shown on repeated calls are ours and agree."""

    def __init__(self, context: DocumentContext, writers: Mapping[str, WriteBlock]) -> None:
        self._context = context
        self._writers = writers
        self.kind = "endnote" if context.endnotes else "footnote"
        self._bodies: list[str] = []
        self._part: Part | None = None
        self._links: PartLinks | None = None

    def call(self, element: HtmlElement) -> str:
        """Return the call of a note whose words are in ``element``, and keep the words."""
        ident = element.get("id") or ""
        number = len(self._bodies) + 1
        self._bodies.append(self._render(element, number))
        look = PLAIN.with_(style=self._context.styles.id(f"{self.kind}-reference"))
        content = raw_run(f'<w:{self.kind}Reference w:id="{number}"/>', look)
        return self._context.bookmarks.wrap(ident, content) if ident in self._context.targets else content

    def call_again(self, ident: str, number: str) -> str:
        """Return a further call of a note, which may come ahead of the first: a note can call a later one."""
        look = PLAIN.with_(style=self._context.styles.id(f"{self.kind}-reference"))
        name = self._context.bookmarks.name(ident)
        return field(f"NOTEREF {name} \\h", run(number, look), look)

    def _render(self, element: HtmlElement, number: int) -> str:
        if self._part is None:
            name, media = f"/word/{self.kind}s.xml", f"{_TYPE}{self.kind}s+xml"
            self._part = new_part(self._context.package, name, media)
            self._links = PartLinks(self._part)
        assert self._links is not None  # noqa: S101 - set together with the part
        style = self._context.styles.id(f"{self.kind}-text")
        look = PLAIN.with_(style=self._context.styles.id(f"{self.kind}-reference"))
        mark = raw_run(f"<w:{self.kind}Ref/>", look) + run(" ")
        flow = Flow(self._context, self._links, self._writers, marks=False, turns=False)
        place = BlockPosition(self._context.paper.column, inside="note")
        whole = not any(map(is_block, element))

        def loose(line: TextLine) -> None:
            content = line.content()
            if whole:
                content = self._context.bookmarks.wrap_note(read_words(element), content)
            flow.emit_line("body", line, content=content)

        flow.write_mixed(element, place, loose)
        _set_small(flow, style)
        first, last = flow.out[:1], flow.out[-1:]
        if first and isinstance(first[0], FlowParagraph) and not first[0].format.number:
            first[0].content = mark + first[0].content
        else:  # a list or a table with no words ahead of it
            flow.out.insert(0, FlowParagraph(style, mark, BARE))
        if last and not isinstance(last[0], FlowParagraph):  # Word wants a paragraph at the end of each note
            flow.out.append(FlowParagraph(style, "", BARE.with_(spacing=CLOSED_UP)))
        return f'<w:{self.kind} w:id="{number}">{flow.xml()}</w:{self.kind}>'

    def finish(self, settings: _Element) -> None:
        """Store the part and declare its separators in the settings."""
        if self._part is None:
            return
        kind = self.kind
        separators = "".join(
            f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{name}/></w:r></w:p></w:{kind}>'
            for number, name in ((-1, "separator"), (0, "continuationSeparator"))
        )
        text = f"{DECLARATION}<w:{kind}s {XMLNS}>{separators}{''.join(self._bodies)}</w:{kind}s>"
        main = self._context.main
        for rel_id in [rel_id for rel_id, rel in main.rels.items() if rel.reltype == f"{_RELATION}{kind}s"]:
            del main.rels[rel_id]  # notes of the reference's sample text, which is gone
        main.relate_to(fill_part(self._part, text.encode()), f"{_RELATION}{kind}s")
        _declare(settings, kind)


def _set_small(flow: Flow, style: str) -> None:
    """Set all paragraphs of a note but code in the style of notes."""
    code = flow.context.styles.id("code")
    for part in flow.out:
        if isinstance(part, FlowParagraph) and part.style != code:
            part.style = style


# the settings that come after the notes' own, in the schema's order
_AFTER_NOTES = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)


def _declare(settings: _Element, kind: str) -> None:
    from lxml.etree import SubElement

    tag = qualify(f"w:{kind}Pr")
    for old in settings.findall(tag):
        settings.remove(old)
    node = SubElement(settings, tag)
    for number in ("-1", "0"):
        SubElement(node, qualify(f"w:{kind}")).set(qualify("w:id"), number)
    later = _AFTER_NOTES if kind == "footnote" else _AFTER_NOTES[1:]
    names = set(later)
    for index, child in enumerate(settings):
        if child is not node and str(child.tag).rpartition("}")[2] in names:
            settings.insert(index, node)
            return
