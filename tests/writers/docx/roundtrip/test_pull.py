"""Edits in Word on their way back: a text is published, its Word file edited as Word would, and pulled."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from pressroom.compose import compose
from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.readers import read
from pressroom.readers.common.settings import ReaderSettings
from pressroom.writers.docx import WordOptions, write
from pressroom.writers.docx.package.archive import zip_files
from pressroom.writers.docx.roundtrip.pull import PulledEdits, pull, read_source_name
from tests.making import ROOT, load_template, report
from tests.programs import needs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKDOWN = """# Rivers of the north

Opening words with *stress* and a [link](https://example.org/).

## First part

The gauge stood at twelve metres. Nobody had seen that.

- one item
- another item

| Town | Level |
|------|------:|
| Upton | 12 |

## Second part

The end of it.
"""
PLAIN = """Rivers of the north

The survey of the banks took nine weeks. It found
more than was hoped for.

The gauge stood at twelve metres. Nobody had seen that before.

The end of it was quiet.
"""


def published(text: str, name: str = "rivers.md") -> bytes:
    document = read(text.encode(), name, ReaderSettings())
    return write(compose(report(document), load_template(), {}, {}, contents=False))


def pulled(file: bytes, text: str, name: str = "rivers.md") -> PulledEdits:
    def read_again(changed: str) -> Document:
        return read(changed.encode(), name, ReaderSettings())

    return pull(file, read_again(text), read_again)


def edited(file: bytes, change: Callable[[etree._Element], None]) -> bytes:
    with ZipFile(BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    change(root)
    parts["word/document.xml"] = etree.tostring(root)
    return zip_files(parts)


def of(root: etree._Element, words: str) -> etree._Element:
    """The paragraph that holds the words."""
    return next(node for node in root.iter(f"{W}p") if words in "".join(node.itertext(f"{W}t")))


def replaced(old: str, new: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        node = next(node for node in root.iter(f"{W}t") if old in (node.text or ""))
        node.text = (node.text or "").replace(old, new)

    return change


@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "rivers.md"), (PLAIN, "rivers.txt")])
def test_an_untouched_file_gives_an_empty_patch(text: str, name: str) -> None:
    result = pulled(published(text, name), text, name)
    assert (result.edits, result.conflicts, result.patch(name)) == ((), (), "")
    assert result.apply() == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("twelve metres", "thirteen metres"),
        ("Nobody had", "Hardly anybody had"),
        ("seen that.", "seen that. Nor since."),
        ("another item", "another, longer item"),
        ("First part", "Part the first"),
        ("Upton", "Upton upon River"),
        ("The gauge stood", "It stood"),
    ],
)
def test_changed_words_change_the_same_words_of_the_source(old: str, new: str) -> None:
    result = pulled(edited(published(MARKDOWN), replaced(old, new)), MARKDOWN)
    assert result.apply() == MARKDOWN.replace(old, new, 1)
    assert result.conflicts == ()


def test_only_what_was_edited_is_in_the_patch() -> None:
    result = pulled(edited(published(MARKDOWN), replaced("twelve", "thirteen")), MARKDOWN)
    changed = [line for line in result.patch("rivers.md").splitlines() if line[:1] in "+-"]
    assert changed == [
        "--- a/rivers.md",
        "+++ b/rivers.md",
        "-The gauge stood at twelve metres. Nobody had seen that.",
        "+The gauge stood at thirteen metres. Nobody had seen that.",
    ]


def test_a_word_in_a_wrapped_line_is_changed_in_its_place() -> None:
    result = pulled(edited(published(PLAIN, "r.txt"), replaced("hoped for", "feared")), PLAIN, "r.txt")
    assert result.apply() == PLAIN.replace("hoped for", "feared")


def test_tracked_changes_count_as_accepted() -> None:
    def change(root: etree._Element) -> None:
        run = next(node for node in of(root, "The end of it").iter(f"{W}r"))
        parent = run.getparent()
        assert parent is not None
        at = parent.index(run)
        parent.remove(run)
        pieces = (
            "<w:r><w:t xml:space='preserve'>The </w:t></w:r>"
            "<w:del w:id='900' w:author='A'><w:r><w:delText>end</w:delText></w:r></w:del>"
            "<w:ins w:id='901' w:author='A'><w:r><w:t>close</w:t></w:r></w:ins>"
            "<w:r><w:t xml:space='preserve'> of it.</w:t></w:r>"
        )
        made = etree.fromstring(f"<x xmlns:w='{W[1:-1]}'>{pieces}</x>")
        parent[at:at] = list(made)

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert result.apply() == MARKDOWN.replace("The end of it.", "The close of it.")


def test_a_removed_paragraph_is_removed_from_the_source() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "Nobody had seen")
        node.getparent().remove(node)

    result = pulled(edited(published(PLAIN, "r.txt"), change), PLAIN, "r.txt")
    assert result.apply() == PLAIN.replace(
        "The gauge stood at twelve metres. Nobody had seen that before.\n\n", ""
    )
    assert result.conflicts == ()


def test_an_added_paragraph_follows_the_one_it_follows_in_word() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "Nobody had seen")
        made = etree.fromstring(f"<w:p xmlns:w='{W[1:-1]}'><w:r><w:t>A new *thought*.</w:t></w:r></w:p>")
        node.addnext(made)

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert "Nobody had seen that.\n\nA new \\*thought\\*.\n\n- one item" in result.apply()


def test_a_split_paragraph_is_split_in_the_source() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "Nobody had seen")
        text = next(child for child in node.iter(f"{W}t") if "Nobody" in (child.text or ""))
        first, second = (text.text or "").split(" Nobody")
        text.text = first
        end = next(child for child in node if child.tag == f"{W}bookmarkEnd")
        made = etree.fromstring(f"<w:p xmlns:w='{W[1:-1]}'><w:r><w:t>Nobody{second}</w:t></w:r></w:p>")
        made.append(end)
        node.addnext(made)

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert "twelve metres.\n\nNobody had seen that." in result.apply()


def test_paragraphs_of_one_line_each_stay_so() -> None:
    text = (
        "Rivers of the north\nThe survey took nine weeks and found a lot.\nThe end of it was quiet and dry.\n"
    )

    def change(root: etree._Element) -> None:
        made = etree.fromstring(f"<w:p xmlns:w='{W[1:-1]}'><w:r><w:t>Between them.</w:t></w:r></w:p>")
        of(root, "nine weeks").addnext(made)

    result = pulled(edited(published(text, "r.txt"), change), text, "r.txt")
    assert result.apply() == text.replace("a lot.\n", "a lot.\nBetween them.\n")


def test_an_edit_where_the_source_has_moved_on_is_a_conflict() -> None:
    file = edited(published(MARKDOWN), replaced("twelve", "thirteen"))
    now = MARKDOWN.replace("twelve metres", "eleven metres")
    result = pulled(file, now)
    assert result.edits == ()
    assert [conflict.reason for conflict in result.conflicts] == [
        "edited in Word, and the source has moved on there"
    ]
    assert result.conflicts[0].near is not None
    assert "eleven" in now[result.conflicts[0].near.start : result.conflicts[0].near.end]


def test_what_moved_on_elsewhere_is_left_alone() -> None:
    file = edited(published(MARKDOWN), replaced("twelve", "thirteen"))
    now = MARKDOWN.replace("The end of it.", "The end, for now.") + "\nOne more paragraph.\n"
    result = pulled(file, now)
    assert result.apply() == now.replace("twelve", "thirteen")
    assert result.conflicts == ()


def test_an_edit_over_markup_is_a_conflict_and_not_a_broken_source() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "Opening words")
        runs = list(node.iter(f"{W}t"))
        runs[0].text = "Other"
        for run in runs[1:]:
            run.text = ""

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert result.edits == ()
    assert result.conflicts[0].reason == "markup or a joined line stands where it was edited"


def test_a_row_removed_from_a_table_is_removed_from_the_source() -> None:
    def change(root: etree._Element) -> None:
        row = next(node for node in root.iter(f"{W}tr") if "Upton" in "".join(node.itertext()))
        row.getparent().remove(row)

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert result.apply() == MARKDOWN.replace("| Upton | 12 |\n", "")
    assert result.conflicts == ()


def test_a_moved_paragraph_is_told() -> None:
    def change(root: etree._Element) -> None:
        of(root, "The end of it").addnext(of(root, "Nobody had seen"))

    result = pulled(edited(published(MARKDOWN), change), MARKDOWN)
    assert result.edits == ()
    assert any("moved" in conflict.reason for conflict in result.conflicts)


def test_contents_that_word_has_counted_again_are_nobody_s_edit() -> None:
    document = read(MARKDOWN.encode(), "rivers.md", ReaderSettings())
    page = compose(report(document), load_template(), {}, {}, contents=True)
    file = write(page, WordOptions(page_numbers={"first-part": 1, "second-part": 1}))

    def change(root: etree._Element) -> None:
        entry = next(node for node in root.iter(f"{W}hyperlink") if "Second part" in "".join(node.itertext()))
        for style in root.iter(f"{W}pStyle"):  # as in a Word of another language
            style.set(f"{W}val", style.get(f"{W}val", "").replace("TOC", "Verzeichnis"))
        next(node for node in entry.iter(f"{W}t") if "Second" in (node.text or "")).text = "The second part"

    result = pulled(edited(file, change), MARKDOWN)
    assert (result.edits, result.conflicts) == ((), ())


def test_a_file_of_somebody_else_is_refused() -> None:
    reference = (ROOT / "tests/writers/docx/styles/references/split.docx").read_bytes()
    with pytest.raises(PressroomError) as caught:
        pulled(reference, MARKDOWN)
    assert caught.value.diagnostic.rule == "pull-unknown-file"
    assert read_source_name(reference) == ""


def test_a_source_that_cannot_be_patched_is_refused() -> None:
    from dataclasses import replace

    document = replace(read(MARKDOWN.encode(), "r.md", ReaderSettings()), source="r.docx")
    with pytest.raises(PressroomError) as caught:
        pull(published(MARKDOWN), document, lambda _: document)
    assert caught.value.diagnostic.rule == "pull-source-format"


def added(after: str, words: str) -> Callable[[etree._Element], None]:
    """Press Enter behind a paragraph, as Word does: the new one is like it."""

    def change(root: etree._Element) -> None:
        node = of(root, after)
        properties = node.find(f"{W}pPr")
        made = etree.fromstring(f"<w:p xmlns:w='{W[1:-1]}'><w:r><w:t>{words}</w:t></w:r></w:p>")
        if properties is not None:
            made.insert(0, etree.fromstring(etree.tostring(properties)))
        node.addnext(made)

    return change


def removed(words: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        node = of(root, words)
        node.getparent().remove(node)

    return change


LISTED = """Rivers of the north

The survey of the banks took nine weeks.

- the north wall leans
- the south wall is sound

Steps to take in order:

1. close the quay
2. drive the piles

The end of it was quiet.
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (added("north wall", "the pier"), "wall leans\n", "wall leans\n- the pier\n"),
        (added("south wall", "the pier"), "is sound\n", "is sound\n- the pier\n"),
        (added("drive the piles", "open it"), "the piles\n", "the piles\n3. open it\n"),
        (added("nine weeks", "It rained."), "weeks.\n", "weeks.\n\nIt rained.\n"),
        (removed("nine weeks"), "The survey of the banks took nine weeks.\n\n", ""),
        (removed("north wall"), "- the north wall leans\n", ""),
        (removed("south wall"), "- the south wall is sound\n", ""),
        (removed("was quiet"), "\n\nThe end of it was quiet.\n", "\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_line_ends_of_the_source_are_kept(
    change: Callable[[etree._Element], None], old: str, new: str, end: str
) -> None:
    text = LISTED.replace("\n", end)
    result = pulled(edited(published(text, "r.txt"), change), text, "r.txt")
    assert result.apply() == LISTED.replace(old, new).replace("\n", end)
    assert result.conflicts == ()


def test_a_heading_added_in_word_is_one_in_markdown() -> None:
    result = pulled(edited(published(MARKDOWN), added("Second part", "Third part")), MARKDOWN)
    assert result.apply() == MARKDOWN.replace("## Second part\n", "## Second part\n\n## Third part\n")


def test_of_moved_paragraphs_those_are_told_that_moved() -> None:
    def change(root: etree._Element) -> None:
        of(root, "nine weeks").addnext(of(root, "was quiet"))

    result = pulled(edited(published(LISTED, "r.txt"), change), LISTED, "r.txt")
    assert [conflict.words for conflict in result.conflicts] == ["The end of it was quiet."]
    assert result.edits == ()


def test_a_definition_taken_out_does_not_take_its_term_along() -> None:
    text = "A title here\n\nSome words of the text.\n\nFrom: the office\nTo: everybody\nDate: 3 May 2026\n"
    result = pulled(edited(published(text, "r.txt"), removed("everybody")), text, "r.txt")
    assert "From: the office\n" in result.apply()
    assert "Date: 3 May 2026\n" in result.apply()


def test_a_file_names_the_text_that_it_was_made_from() -> None:
    assert read_source_name(published(PLAIN, "texts/rivers.txt")) == "rivers.txt"


def bold(words: str, value: str = "1") -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        for run in of(root, words).iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            properties.insert(0, etree.Element(f"{W}b", {f"{W}val": value}))

    return change


def test_words_made_bold_are_told_and_the_source_is_left_alone() -> None:
    result = pulled(edited(published(MARKDOWN), bold("The end of it")), MARKDOWN)
    assert result.edits == ()
    assert [conflict.words for conflict in result.conflicts] == ["The end of it."]
    assert "bold" in result.conflicts[0].reason
    place = result.conflicts[0].near
    assert place is not None
    assert MARKDOWN[place.start : place.end].strip() == "The end of it."


def test_what_says_bold_and_means_no_is_not_bold() -> None:
    result = pulled(edited(published(MARKDOWN), bold("The end of it", "0")), MARKDOWN)
    assert (result.edits, result.conflicts) == ((), ())


@needs("soffice")
@pytest.mark.slow
def test_a_file_that_libreoffice_has_saved_again_is_read_as_well(tmp_path: Path) -> None:
    for name, change in (("same", lambda _: None), ("other", replaced("twelve metres", "ten metres"))):
        (tmp_path / f"{name}.docx").write_bytes(edited(published(MARKDOWN), change))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.docx") for name in ("same", "other")]
    order = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved")]
    subprocess.run(["soffice", profile, *order, *files], check=True, capture_output=True, timeout=100)
    same, other = (
        pulled((tmp_path / "saved" / f"{name}.docx").read_bytes(), MARKDOWN) for name in ("same", "other")
    )
    assert (same.edits, same.conflicts) == ((), ())
    assert other.apply() == MARKDOWN.replace("twelve metres", "ten metres")
    assert other.conflicts == ()


NOTED = """# Rivers of the south

Opening words with a note[^1] and *stress*.

- one item

The end of it.

[^1]: The words of the note.
"""


@pytest.mark.parametrize(("old", "new"), [("", ""), ("The end", "The close"), ("one item", "the item")])
def test_files_of_older_versions_that_record_less_are_read_as_well(old: str, new: str) -> None:
    with ZipFile(BytesIO(published(NOTED))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    item = next(
        name for name in parts if name.startswith("customXml/item") and b"urn:pressroom" in parts[name]
    )
    parts[item] = re.sub(rb'<made[^>]*margin="1"/>', b"", parts[item])
    record = re.sub(rb' (style|level|lead|words|on)="[^"]*"', b"", parts[item])
    parts[item] = re.sub(rb'<block id="_prn[^>]*>', b"", record)
    parts["word/footnotes.xml"] = re.sub(rb"<w:bookmark[^>]*>", b"", parts["word/footnotes.xml"])
    file = edited(zip_files(parts), replaced(old, new)) if old else zip_files(parts)
    result = pulled(file, NOTED)
    assert (result.apply(), result.conflicts) == (NOTED.replace(old, new) if old else NOTED, ())
