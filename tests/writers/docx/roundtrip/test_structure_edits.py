"""Notes, joined and split paragraphs, styles, rows, comments and what the report makes itself."""

from __future__ import annotations

import copy
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from lxml import etree

from pressroom.writers.docx.package.archive import zip_files
from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits
from tests.writers.docx.roundtrip import word_edits
from tests.writers.docx.roundtrip.judging import judge, list_paragraphs, take_back
from tests.writers.docx.roundtrip.random_sources import RandomSource
from tests.writers.docx.roundtrip.test_pull import W, edited, of, published

TEXT = """# Report on the lighthouse

The tower is old.[^1] It was built by *hand* in nine years.

It still shines.

## Keepers

Three keepers lived there.[^k]

- the first slept
- the second read

| Keeper | Years |
|--------|------:|
| Anna | 12 |
| Berta | 7 |

> Nobody else came.

```
lamp = on
```

## Ships

Some ships were saved.

[^1]: Older than the town.

[^k]: Their names are known.
"""
SOURCE = RandomSource("lighthouse.md", TEXT, ())
Change = Callable[[etree._Element], None]


def pulled(change: Change, text: str = TEXT) -> PulledEdits:
    source = RandomSource("lighthouse.md", text, ())
    return take_back(edited(published(text), change), source)


def pulled_part(
    name: str, change: Callable[[bytes], bytes], data: bytes | None = None, source: RandomSource = SOURCE
) -> PulledEdits:
    """Change another part of the Word file than its text."""
    with ZipFile(BytesIO(data or published(TEXT))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    before = parts[name]
    parts[name] = change(before)
    assert parts[name] != before
    return take_back(zip_files(parts), source)


def xml(markup: str) -> etree._Element:
    return etree.fromstring(f"<x xmlns:w='{W[1:-1]}'>{markup}</x>")[0]


def reasons(result: PulledEdits) -> list[str]:
    return [conflict.reason for conflict in result.conflicts]


def test_words_of_a_note_are_changed_in_its_definition() -> None:
    result = pulled_part("word/footnotes.xml", lambda part: part.replace(b"than the town", b"than the city"))
    assert result.apply() == TEXT.replace("than the town", "than the city")
    assert result.conflicts == ()


def test_a_note_whose_mark_is_gone_is_known_by_its_call() -> None:
    def change(part: bytes) -> bytes:
        root = etree.fromstring(part.replace(b"than the town", b"than the city"))
        for mark in [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        return etree.tostring(root)

    result = pulled_part("word/footnotes.xml", change)
    assert result.apply() == TEXT.replace("than the town", "than the city")
    assert result.conflicts == ()


def test_an_edited_note_in_the_line_is_edited_there() -> None:
    text = "# A title\n\nWords with a note.^[It stands in the line.]\n"
    with ZipFile(BytesIO(published(text))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(b"stands in", b"stays in")
    result = take_back(zip_files(parts), RandomSource("lighthouse.md", text, ()))
    assert result.apply() == text.replace("stands in", "stays in")


def with_new_note(where: str, said: str, *, paragraphs: int = 1) -> bytes:
    """Add a note behind the first run of a paragraph."""
    with ZipFile(BytesIO(published(TEXT))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    run = next(node for node in of(root, where).iter(f"{W}r") if node.find(f"{W}t") is not None)
    run.addnext(xml("<w:r><w:footnoteReference w:id='77'/></w:r>"))
    parts["word/document.xml"] = etree.tostring(root)
    body = f"<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> {said}</w:t></w:r></w:p>"
    notes = etree.fromstring(parts["word/footnotes.xml"])
    notes.append(xml(f"<w:footnote w:id='77'>{body * paragraphs}</w:footnote>"))
    parts["word/footnotes.xml"] = etree.tostring(notes)
    return zip_files(parts)


def test_a_new_note_gets_a_label_of_its_own_and_stands_at_the_end() -> None:
    result = take_back(with_new_note("ships were saved", "Seven of *them*."), SOURCE)
    wanted = TEXT.replace("were saved.", "were saved.[^2]") + "\n[^2]: Seven of \\*them\\*.\n"
    assert (result.apply(), result.conflicts) == (wanted, ())


def test_a_new_note_of_two_paragraphs_is_a_conflict_that_has_its_words() -> None:
    result = take_back(with_new_note("ships were saved", "Seven of them.", paragraphs=2), SOURCE)
    assert result.edits == ()
    assert any("Seven of them." in conflict.words for conflict in result.conflicts)


def test_a_deleted_note_is_gone_with_its_definition() -> None:
    def change(root: etree._Element) -> None:
        call = next(root.iter(f"{W}footnoteReference")).getparent()
        call.getparent().remove(call)

    result = pulled(change)
    assert result.apply() == TEXT.replace("[^1] ", " ").replace("[^1]: Older than the town.\n\n", "")
    assert result.conflicts == ()


NOTED = """# A title

Words with a note.[^a] More words.[^b] And these.[^c]

[^a]: A note with a list:

    - first of it
    - second of it

[^b]: It calls another.[^d]

[^c]: One paragraph.

    And another one.

[^d]: The other note.
"""


@pytest.mark.parametrize(
    ("old", "new", "taken"),
    [
        (b"first of it", b"very first of it", False),
        (b"The other note", b"The further note", True),
        (b"It calls", b"It names", True),
        (b"another one", b"a third one", True),
    ],
)
def test_notes_of_several_blocks_and_notes_in_notes_are_patched_or_told(
    old: bytes, new: bytes, taken: bool
) -> None:
    source = RandomSource("lighthouse.md", NOTED, ())
    result = take_back(published(NOTED), source)
    assert (result.edits, result.conflicts) == ((), ())
    result = pulled_part("word/footnotes.xml", lambda part: part.replace(old, new), published(NOTED), source)
    assert result.apply() == (NOTED.replace(old.decode(), new.decode()) if taken else NOTED)
    said = " ".join(conflict.words for conflict in result.conflicts)
    assert (new.decode() in said) != taken


def joined(first: str, second: str, *, tracked: bool) -> Change:
    def change(root: etree._Element) -> None:
        one, two = of(root, first), of(root, second)
        one.append(xml("<w:r><w:t xml:space='preserve'> </w:t></w:r>"))
        if tracked:
            look = etree.SubElement(one.find(f"{W}pPr"), f"{W}rPr")
            look.append(xml("<w:del w:id='900' w:author='A'/>"))
            return
        for child in list(two)[1:]:
            one.append(child)
        two.getparent().remove(two)

    return change


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("first", "second", "before", "after"),
    [
        ("nine years", "still shines", "nine years.\n\nIt still", "nine years. It still"),
        ("first slept", "second read", "slept\n- the second", "slept the second"),
        ("Keepers", "Three keepers", "Keepers\n\nThree", "Keepers Three"),
    ],
)
def test_joined_paragraphs_are_joined_in_the_source(
    first: str, second: str, before: str, after: str, tracked: bool
) -> None:
    result = pulled(joined(first, second, tracked=tracked))
    assert (result.apply(), result.conflicts) == (TEXT.replace(before, after), ())


def test_joined_paragraphs_with_code_between_them_are_a_conflict_that_has_their_words() -> None:
    text = "# A title\n\nWords ahead.\n\n<!-- a remark -->\n\nWords behind.\n"
    result = pulled(joined("ahead", "behind", tracked=False), text)
    assert result.edits == ()
    assert [conflict.words for conflict in result.conflicts] == ["Words ahead. Words behind."]


def test_a_paragraph_whose_end_was_deleted_ahead_of_a_table_stays_one() -> None:
    def change(root: etree._Element) -> None:
        end = xml("<w:rPr><w:del w:id='900' w:author='A'/></w:rPr>")
        of(root, "the second read").find(f"{W}pPr").append(end)

    before = published(TEXT)
    after = edited(before, change)
    assert list_paragraphs(after) == list_paragraphs(before)  # as LibreOffice has it when it accepts that
    result = take_back(after, SOURCE)
    assert (result.edits, result.conflicts) == ((), ())


def test_a_split_item_is_two_items() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "second read")
        made = etree.Element(f"{W}p")
        made.append(copy.deepcopy(node.find(f"{W}pPr")))
        made.append(xml("<w:r><w:t>read</w:t></w:r>"))
        next(node.iter(f"{W}t")).text = "the second"
        node.addnext(made)

    result = pulled(change)
    assert (result.apply(), result.conflicts) == (TEXT.replace("the second read", "the second\n- read"), ())


def styled(words: str, like: str) -> Change:
    def change(root: etree._Element) -> None:
        node, model = of(root, words), of(root, like)
        node.replace(node.find(f"{W}pPr"), copy.deepcopy(model.find(f"{W}pPr")))

    return change


@pytest.mark.parametrize(
    ("words", "like", "before", "after"),
    [
        ("still shines", "Keepers", "It still", "## It still"),
        ("still shines", "Nobody else", "It still", "> It still"),
        ("still shines", "first slept", "It still", "- It still"),
        ("Nobody else", "still shines", "> Nobody", "Nobody"),
        ("Ships", "still shines", "## Ships", "Ships"),
        ("Nobody else", "Keepers", "> Nobody", "## Nobody"),
    ],
)
def test_another_style_is_another_mark(words: str, like: str, before: str, after: str) -> None:
    result = pulled(styled(words, like))
    assert (result.apply(), result.conflicts) == (TEXT.replace(before, after), ())


def test_a_heading_of_another_level_has_other_hashes() -> None:
    def change(root: etree._Element) -> None:
        of(root, "Ships").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading2")

    assert pulled(change).apply() == TEXT.replace("## Ships", "### Ships")


def test_another_style_in_plain_text_is_a_conflict_that_names_both() -> None:
    text = "A title here\n\nThe quay is old and it was built by hand.\n\nIt still stands where it stood.\n"

    def change(root: etree._Element) -> None:
        of(root, "still stands").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading1")

    result = take_back(edited(published(text, "q.txt"), change), RandomSource("q.txt", text, ()))
    assert result.edits == ()
    assert reasons(result) == ["its style was changed in Word from 'body text' to 'heading 1'"]


def new_row(after: str, *words: str) -> Change:
    def change(root: etree._Element) -> None:
        row = next(row for row in root.iter(f"{W}tr") if after in "".join(row.itertext()))
        made = copy.deepcopy(row)
        for mark in [*made.iter(f"{W}bookmarkStart"), *made.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        for letters, said in zip(made.iter(f"{W}t"), words, strict=True):
            letters.text = said
        row.addnext(made)

    return change


@pytest.mark.parametrize(
    ("after", "words", "line", "written"),
    [
        ("Anna", ("Clara", "9"), "| Anna | 12 |\n", "| Clara | 9  |\n"),
        ("Berta", ("a|b", "*"), "| Berta | 7 |\n", "| a\\|b  | \\* |\n"),
        ("Keeper", ("Clara", "9"), "|--------|------:|\n", "| Clara  | 9     |\n"),
    ],
)
def test_a_new_row_stands_where_it_stands_in_word(
    after: str, words: tuple[str, str], line: str, written: str
) -> None:
    result = pulled(new_row(after, *words))
    assert (result.apply(), result.conflicts) == (TEXT.replace(line, line + written), ())


def test_a_new_column_and_a_new_table_are_conflicts_with_their_words() -> None:
    def change(root: etree._Element) -> None:
        table = next(table for table in root.iter(f"{W}tbl") if "Anna" in "".join(table.itertext()))
        row = next(table.iter(f"{W}tr"))
        row.append(xml("<w:tc><w:p><w:r><w:t>Ranks</w:t></w:r></w:p></w:tc>"))
        made = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Alone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        of(root, "ships were saved").addnext(xml(made))

    result = pulled(change)
    assert result.edits == ()
    assert [conflict.words for conflict in result.conflicts] == ["Ranks", "Alone"]


def test_words_in_a_new_text_box_are_a_conflict() -> None:
    def change(root: etree._Element) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
        of(root, "ships were saved").append(xml(f"<w:r><w:pict>{box}</w:pict></w:r>"))

    result = pulled(change)
    assert any(conflict.words == "Boxed" for conflict in result.conflicts)


def test_a_cell_that_lost_its_words_loses_them_in_the_source() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "Berta")
        for child in list(node)[1:]:
            node.remove(child)

    result = pulled(change)
    assert "| 7 |" in result.apply()
    assert "Berta" not in result.apply()
    assert result.conflicts == ()


def test_a_cell_that_cannot_be_emptied_is_named_by_its_words() -> None:
    text = "A title here\n\nFrom: the office\nTo: everybody\n\nThe words of the paper stand below its head.\n"

    def change(root: etree._Element) -> None:
        next(each for each in root.iter(f"{W}t") if each.text == "To").text = ""

    result = take_back(edited(published(text, "q.txt"), change), RandomSource("q.txt", text, ()))
    assert result.edits == ()
    assert any("To" in f"{each.words} {each.difference}" for each in result.conflicts)


def test_a_comment_is_told_with_its_author_and_place() -> None:
    file = word_edits.EditedFile(published(TEXT), Random(1))
    assert word_edits.add_comment(file, tracked=False)
    result = take_back(file.save(), SOURCE)
    assert result.edits == ()
    (conflict,) = result.conflicts
    assert conflict.words.startswith("Is new")
    assert conflict.reason.startswith("a comment by Reviewer on '")
    assert conflict.near is not None


@pytest.mark.parametrize(("old", "new"), [("lamp = on", "lamp = off"), ("lamp = on", "")])
def test_code_that_was_edited_or_removed_is_told(old: str, new: str) -> None:
    def change(root: etree._Element) -> None:
        letters = next(each for each in root.iter(f"{W}t") if old in (each.text or ""))
        letters.text = new

    result = pulled(change)
    assert result.edits == ()
    assert any(conflict.source == "lamp = on" for conflict in result.conflicts)
    assert new in " ".join(conflict.words for conflict in result.conflicts)


def test_a_paragraph_that_was_moved_over_code_is_told() -> None:
    def change(root: etree._Element) -> None:
        code = next(each for each in root.iter(f"{W}p") if "lamp" in "".join(each.itertext()))
        code.addprevious(of(root, "Ships"))

    result = pulled(change)
    assert result.edits == ()
    assert [conflict.words for conflict in result.conflicts] == ["Ships"]


def test_a_repeated_paragraph_is_a_new_one() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "ships were saved")
        made = copy.deepcopy(node)
        next(made.iter(f"{W}t")).text = "More ships were lost."
        node.addnext(made)

    result = pulled(change)
    assert result.apply() == TEXT.replace("were saved.\n", "were saved.\n\nMore ships were lost.\n")
    assert result.conflicts == ()


def test_a_paragraph_typed_over_whole_has_the_new_words() -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "still shines")
        for child in list(node)[1:]:
            node.remove(child)
        node.append(xml("<w:r><w:t>Something else altogether.</w:t></w:r>"))

    result = pulled(change)
    assert result.apply() == TEXT.replace("It still shines.", "Something else altogether.")
    assert result.conflicts == ()


@pytest.mark.parametrize(
    "words",
    ["1. first", "- dash", "# hash", "> more", "a * b * c", "<b>", "[x](y)", "=====", "| a |", "$1 and $2"],
)
def test_what_looks_like_markup_is_words(words: str) -> None:
    def change(root: etree._Element) -> None:
        next(of(root, "ships were saved").iter(f"{W}t")).text = words

    before, after = published(TEXT), edited(published(TEXT), change)
    result = take_back(after, SOURCE)
    assert judge(before, after, SOURCE, result).right
    assert result.conflicts == ()
