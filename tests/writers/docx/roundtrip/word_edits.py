"""Edits of 14 kinds, as Word and LibreOffice store them, made in the XML of one of our Word files."""

from __future__ import annotations

import copy
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZipFile

from lxml import etree

from pressroom.writers.docx.package.archive import zip_files

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BY = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
_TRACKED = (f"{W}ins", f"{W}del")
_SPECIAL = (
    "1. like a number",
    "- like an item",
    "# like a heading",
    "with *stars* and _lines_",
    "<b>like markup</b> & more",
    "[like](a link)",
    "a | b",
    "> like a quotation",
)


def _element(markup: str) -> etree._Element:
    return etree.fromstring(f"<x xmlns:w='{W[1:-1]}'>{markup}</x>")[0]


class EditedFile:
    """A Word file that is being edited."""

    def __init__(self, data: bytes, random: Random) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.random = random
        self.body = etree.fromstring(self.parts["word/document.xml"])
        notes = self.parts.get("word/footnotes.xml")
        self.notes = None if notes is None else etree.fromstring(notes)
        self._count = 9000
        self._new = 0

    def save(self) -> bytes:
        """Return the file."""
        self.parts["word/document.xml"] = etree.tostring(self.body)
        if self.notes is not None:
            self.parts["word/footnotes.xml"] = etree.tostring(self.notes)
        return zip_files(self.parts)

    def number(self) -> int:
        """Return a number that nothing else has."""
        self._count += 1
        return self._count

    def new_word(self) -> str:
        """Return a word that is nowhere else."""
        self._new += 1
        return f"new{self.random.randint(10, 99)}x{self._new}"

    def marked(self) -> list[etree._Element]:
        """Return the paragraphs of the text that come from the source and have words."""
        return [node for node in self.body.iter(f"{W}p") if _marks(node) and _said(node)]

    def open_text(self) -> list[etree._Element]:
        """Return those that stand in no table."""
        return [node for node in self.marked() if node.getparent().tag == f"{W}body"]

    def letters(self, node: etree._Element) -> list[etree._Element]:
        """Return the pieces of text of a paragraph that may be edited."""
        return [
            text
            for text in node.iter(f"{W}t")
            if (text.text or "").strip()
            and not any(up.tag in (f"{W}ins", f"{W}del") for up in text.iterancestors())
        ]

    def run(self, text: str, like: etree._Element | None = None, *, tracked: bool = False) -> etree._Element:
        """Return a run of some words, tracked as an insertion."""
        made = _element("<w:r><w:t xml:space='preserve'/></w:r>")
        made[0].text = text
        look = like.find(f"{W}rPr") if like is not None else None
        if look is not None:
            made.insert(0, copy.deepcopy(look))
        if not tracked:
            return made
        outer = _element(f"<w:ins w:id='{self.number()}' {_BY}/>")
        outer.append(made)
        return outer

    def strike(self, run: etree._Element) -> None:
        """Delete a run as a tracked change."""
        outer = _element(f"<w:del w:id='{self.number()}' {_BY}/>")
        run.getparent().replace(run, outer)
        outer.append(run)
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"

    def mark_paragraph(self, node: etree._Element, change: str) -> None:
        """Track a paragraph's end as inserted or deleted."""
        properties = node.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            node.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = etree.SubElement(properties, f"{W}rPr")
        look.insert(0, _element(f"<w:{change} w:id='{self.number()}' {_BY}/>"))

    def replace(self, text: etree._Element, start: int, end: int, new: str, *, tracked: bool) -> None:
        """Put words in place of letters of a piece of text."""
        words, run = text.text or "", text.getparent()
        if not tracked:
            text.text = words[:start] + new + words[end:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return
        pieces = [self.run(words[:start], run)] if start else []
        if end > start:
            struck = self.run(words[start:end], run)
            pieces.append(struck)
        if new:
            pieces.append(self.run(new, run, tracked=True))
        if words[end:]:
            pieces.append(self.run(words[end:], run))
        parent, at = run.getparent(), run.getparent().index(run)
        parent[at : at + 1] = pieces
        if end > start:
            self.strike(struck)


def _marks(node: etree._Element) -> list[etree._Element]:
    return [mark for mark in node.iter(f"{W}bookmarkStart") if mark.get(f"{W}name", "").startswith("_pr")]


def _said(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t")).strip()


def _unmark(node: etree._Element) -> etree._Element:
    for mark in [*node.iter(f"{W}bookmarkStart"), *node.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return node


def _pick_word(file: EditedFile, text: etree._Element) -> tuple[int, int]:
    words = (text.text or "").split(" ")
    number = file.random.choice([at for at, word in enumerate(words) if word])
    start = sum(len(word) + 1 for word in words[:number])
    return start, start + len(words[number])


def _choose(file: EditedFile, found: list[etree._Element]) -> etree._Element | None:
    return file.random.choice(found) if found else None


def change_word(file: EditedFile, *, tracked: bool) -> bool:
    """Put another word in place of one."""
    node = _choose(file, [each for each in file.marked() if file.letters(each)])
    if node is None:
        return False
    text = file.random.choice(file.letters(node))
    file.replace(text, *_pick_word(file, text), file.new_word(), tracked=tracked)
    return True


def change_start(file: EditedFile, *, tracked: bool) -> bool:
    """Type ahead of a paragraph's mark, as LibreOffice stores it; the first word may go."""
    node = _choose(file, [each for each in file.marked() if file.letters(each)])
    if node is None:
        return False
    first = file.letters(node)[0]
    if file.random.random() < 0.5:
        words = (first.text or "").lstrip()
        lead = len(first.text or "") - len(words)
        end = lead + len(words.split(" ")[0])
        end += 1 if (first.text or "")[end : end + 1] == " " else 0
        file.replace(first, 0, end, "", tracked=tracked)
    mark = _marks(node)[0]
    while mark.getparent() is not node:
        mark = mark.getparent()
    mark.addprevious(file.run(file.new_word() + " ", tracked=tracked))
    return True


def change_end(file: EditedFile, *, tracked: bool) -> bool:
    """Type behind everything in a paragraph."""
    node = _choose(file, file.marked())
    if node is None:
        return False
    node.append(file.run(f" {file.new_word()}.", tracked=tracked))
    return True


def cut_words(file: EditedFile, *, tracked: bool) -> bool:
    """Delete some words."""
    node = _choose(file, [each for each in file.marked() if file.letters(each)])
    if node is None:
        return False
    text = file.random.choice(file.letters(node))
    start, _ = _pick_word(file, text)
    ends = [at for at in range(start + 1, len(text.text or "") + 1) if (text.text or " ")[at - 1] == " "]
    file.replace(text, start, file.random.choice([*ends, len(text.text or "")]), "", tracked=tracked)
    return True


def delete_paragraph(file: EditedFile, *, tracked: bool) -> bool:
    """Delete a paragraph, or only its words."""
    node = _choose(file, file.open_text())
    if node is None or (node.getnext() is None or node.getnext().tag != f"{W}p"):
        return False
    if tracked:
        for run in [run for run in node.iter(f"{W}r") if run.getparent().tag not in (f"{W}ins", f"{W}del")]:
            file.strike(run)
        file.mark_paragraph(node, "del")
    elif file.random.random() < 0.3:
        for run in list(node.iter(f"{W}r")):
            run.getparent().remove(run)
    else:
        node.getparent().remove(node)
    return True


def _new_paragraph(file: EditedFile, like: etree._Element, words: str, *, tracked: bool) -> etree._Element:
    made = etree.Element(f"{W}p")
    properties = like.find(f"{W}pPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
        for section in made.iter(f"{W}sectPr"):
            section.getparent().remove(section)
    made.append(file.run(words, tracked=tracked))
    if tracked:
        file.mark_paragraph(made, "ins")
    return made


def add_paragraph(file: EditedFile, *, tracked: bool) -> bool:
    """Add a paragraph, or two, behind one and like it."""
    node = _choose(file, file.open_text())
    if node is None:
        return False
    for _ in range(file.random.randint(1, 2)):
        words = f"{file.new_word()} {file.new_word()}."
        if file.random.random() < 0.3:
            words = f"{file.random.choice(_SPECIAL)} {file.new_word()}"
        node.addnext(_new_paragraph(file, node, words, tracked=tracked))
    return True


def split_paragraph(file: EditedFile, *, tracked: bool) -> bool:
    """End a paragraph between two of its words; its mark goes on, stays, or follows."""
    found = [each for each in file.open_text() if len(_marks(each)) == 1]
    node = _choose(
        file, [each for each in found if any(" " in (t.text or "").strip() for t in file.letters(each))]
    )
    if node is None:
        return False
    texts = [text for text in file.letters(node) if " " in (text.text or "").strip()]
    text = file.random.choice(texts)
    run = text.getparent()
    if run.getparent() is not node:
        return False
    words = text.text or ""
    at = file.random.choice([at for at in range(1, len(words.rstrip())) if words[at] == " "])
    if not words[:at].strip():
        return False
    text.text = words[: at + file.random.randint(0, 1)]
    made = _new_paragraph(file, node, words[at + 1 :], tracked=False)
    rest = list(node)[node.index(run) + 1 :]
    for child in rest:
        made.append(child)
    start, ends = _marks(node)[0], list(made.iter(f"{W}bookmarkEnd"))
    way = file.random.random()
    if way < 0.3 and ends:  # it stays in the first part
        node.append(ends[0])
    elif way < 0.6 and start.getparent() is node:  # it follows to the second
        made.insert(1, start)
    node.addnext(made)
    if tracked:
        file.mark_paragraph(node, "ins")
    return True


def join_paragraphs(file: EditedFile, *, tracked: bool) -> bool:
    """Delete the end of a paragraph."""
    found = [
        each
        for each in file.open_text()
        if each.getnext() is not None and each.getnext().tag == f"{W}p" and _marks(each.getnext())
    ]
    node = _choose(file, found)
    if node is None or node.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    node.append(file.run(" ", tracked=tracked))
    if tracked:
        file.mark_paragraph(node, "del")
        return True
    following = node.getnext()
    keeps = file.random.random() < 0.7
    for child in list(following):
        if child.tag != f"{W}pPr" and (keeps or not child.tag.startswith(f"{W}bookmark")):
            node.append(child)
    following.getparent().remove(following)
    return True


def move_paragraph(file: EditedFile, *, tracked: bool) -> bool:
    """Put a paragraph behind another."""
    found = file.open_text()
    if len(found) < 3:
        return False
    node, target = file.random.sample(found, 2)
    if tracked and any(run.getparent() is not node for run in node.iter(f"{W}r")):
        tracked = False  # runs of a link are not moved one by one
    if node.find(f"{W}pPr/{W}sectPr") is not None or target.getnext() is node:
        return False
    if not tracked:
        target.addnext(node)
        return True
    moved = _unmark(copy.deepcopy(node))
    for paragraph, change in ((node, "moveFrom"), (moved, "moveTo")):
        for run in [run for run in paragraph if run.tag == f"{W}r"]:
            outer = _element(f"<w:{change} w:id='{file.number()}' {_BY}/>")
            paragraph.replace(run, outer)
            outer.append(run)
        file.mark_paragraph(paragraph, change)
    target.addnext(moved)
    return True


def change_style(file: EditedFile, *, tracked: bool) -> bool:
    """Give a paragraph the style of another."""
    found = file.open_text()
    node, model = _choose(file, found), _choose(file, found)
    if (
        node is None
        or model is None
        or model.find(f"{W}pPr") is None
        or node.find(f"{W}pPr/{W}sectPr") is not None
    ):
        return False
    before = node.find(f"{W}pPr")
    made = copy.deepcopy(model.find(f"{W}pPr"))
    for left in [*made.iter(f"{W}sectPr"), *made.findall(f"{W}rPr")]:
        left.getparent().remove(left)
    if before is not None:
        if _look(before) == _look(made):
            return False
        node.remove(before)
        if tracked:
            change = _element(f"<w:pPrChange w:id='{file.number()}' {_BY}><w:pPr/></w:pPrChange>")
            made.append(change)
    node.insert(0, made)
    return True


def _look(properties: etree._Element) -> tuple[str, str]:
    style, level = properties.find(f"{W}pStyle"), properties.find(f"{W}numPr/{W}ilvl")
    return ("" if style is None else style.get(f"{W}val", "")), (
        "" if level is None else level.get(f"{W}val", "")
    )


def change_items(file: EditedFile, *, tracked: bool) -> bool:
    """Add an item to a list, or take one out."""
    node = _choose(file, [each for each in file.open_text() if each.find(f"{W}pPr/{W}numPr") is not None])
    if node is None:
        return False
    if file.random.random() < 0.6:
        node.addnext(_new_paragraph(file, node, f"{file.new_word()} item", tracked=tracked))
    elif tracked:
        for run in [run for run in node.iter(f"{W}r") if run.getparent().tag not in (f"{W}ins", f"{W}del")]:
            file.strike(run)
        file.mark_paragraph(node, "del")
        return node.getnext() is not None and node.getnext().tag == f"{W}p"
    else:
        node.getparent().remove(node)
    return True


def change_rows(file: EditedFile, *, tracked: bool) -> bool:
    """Add a row to a table, or take one out."""
    rows = [row for row in file.body.iter(f"{W}tr") if any(_marks(cell) for cell in row.iter(f"{W}p"))]
    row = _choose(file, rows)
    if row is None:
        return False
    if file.random.random() < 0.5:
        made = _unmark(copy.deepcopy(row))
        for paragraph in made.iter(f"{W}p"):
            for run in [child for child in paragraph if child.tag != f"{W}pPr"]:
                paragraph.remove(run)
            paragraph.append(file.run(file.new_word(), tracked=tracked))
        row.addnext(made)
        changed, kind = made, "ins"
    elif tracked:
        changed, kind = row, "del"
    else:
        row.getparent().remove(row)
        return True
    if tracked:
        properties = changed.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            changed.insert(0, properties)
        properties.append(_element(f"<w:{kind} w:id='{file.number()}' {_BY}/>"))
    return True


def change_notes(file: EditedFile, *, tracked: bool) -> bool:
    """Change a word of a note, or add a note."""
    if file.notes is None:
        return False
    own = [note for note in file.notes if note.get(f"{W}type") is None]
    if file.random.random() < 0.5:
        texts = [text for note in own for text in file.letters(note)]
        text = _choose(file, texts)
        if text is None:
            return False
        file.replace(text, *_pick_word(file, text), file.new_word(), tracked=tracked)
        return True
    node = _choose(file, file.marked())
    if node is None:
        return False
    number = file.number()
    note = _element(
        f"<w:footnote w:id='{number}'><w:p><w:pPr><w:pStyle w:val='FootnoteText'/></w:pPr>"
        f"<w:r><w:footnoteRef/></w:r></w:p></w:footnote>"
    )
    note[0].append(file.run(f" {file.new_word()} in a note."))
    file.notes.append(note)
    call = _element(f"<w:r><w:footnoteReference w:id='{number}'/></w:r>")
    if tracked:
        outer = _element(f"<w:ins w:id='{file.number()}' {_BY}/>")
        outer.append(call)
        call = outer
    runs = [child for child in node if child.tag == f"{W}r"]
    (file.random.choice(runs) if runs else node[-1]).addnext(call)
    return True


def add_comment(file: EditedFile, *, tracked: bool) -> bool:
    """Comment on a paragraph."""
    del tracked  # comments are not
    node = _choose(file, file.marked())
    if node is None or "word/comments.xml" in file.parts:
        return False
    number = file.number()
    head = f"<w:comments xmlns:w='{W[1:-1]}'><w:comment w:id='{number}' w:author='Reviewer'><w:p><w:r><w:t>"
    text = f"{head}Is {file.new_word()} right?</w:t></w:r></w:p></w:comment></w:comments>"
    file.parts["word/comments.xml"] = text.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    for name, new in (
        ("[Content_Types].xml", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'),
        (
            "word/_rels/document.xml.rels",
            '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/comments" Target="comments.xml"/></Relationships>',
        ),
    ):
        end = new[new.rindex("</") :].encode()
        file.parts[name] = file.parts[name].replace(end, new.encode())
    mark = _element(f"<w:commentRangeStart w:id='{number}'/>")
    node.insert(1 if node.find(f"{W}pPr") is not None else 0, mark)
    node.append(_element(f"<w:commentRangeEnd w:id='{number}'/>"))
    node.append(_element(f"<w:r><w:commentReference w:id='{number}'/></w:r>"))
    return True


EditWord = Callable[..., bool]
EDITS: dict[str, EditWord] = {
    "word": change_word,
    "start": change_start,
    "end": change_end,
    "cut": cut_words,
    "delete": delete_paragraph,
    "add": add_paragraph,
    "split": split_paragraph,
    "join": join_paragraphs,
    "move": move_paragraph,
    "style": change_style,
    "items": change_items,
    "rows": change_rows,
    "notes": change_notes,
    "comment": add_comment,
}
