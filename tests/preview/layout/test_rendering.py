"""One section of a report cut out, to be laid out ahead of the whole."""

from pathlib import Path

import pytest

from pressroom import readers
from pressroom.build.plan import Request, make_plan
from pressroom.preview.layout.rendering import RenderOrder, cut_section, draw_pages, render
from pressroom.project.place import find
from pressroom.world import RealWorld

TEXT = """# The harbour

Opening words.

## Boats

Some 1,400 boats came in May.

### By month

More words.

## Berths

There are 61 berths.
"""


@pytest.mark.parametrize(
    ("line", "name", "sections", "blocks"),
    [
        (1, "The harbour", [], 1),
        (3, "The harbour", [], 1),
        (7, "Boats", ["Boats"], 0),
        (11, "Boats", ["Boats"], 0),
    ],
)
def test_the_section_of_a_line_is_cut_out(line: int, name: str, sections: list[str], blocks: int):
    document = readers.read(TEXT.encode(), "a.md", readers.ReaderSettings())
    cut, found = cut_section(document, line)
    assert found == name
    assert [section.heading.text for section in cut.sections] == sections
    assert len(cut.blocks) == blocks


@pytest.mark.slow
def test_pages_come_with_the_places_of_their_numbers(tmp_path: Path):
    source = tmp_path / "a.md"
    source.write_text(TEXT)
    (tmp_path / "a.toml").write_text('[[number]]\nwords = "61"\nlabel = "berths in all"\npin = true\n')
    world = RealWorld()
    (job,) = make_plan(Request((source,)), find(tmp_path, world), world).jobs(world)
    found = render(RenderOrder(job, (0,), 400))
    marks = {mark.words: mark for mark in found.marks.numbers}
    assert marks["61"].pinned
    assert marks["61"].tile
    for mark in marks.values():
        assert TEXT[mark.place.start : mark.place.end].startswith(mark.words.split()[0])
        (box,) = mark.place.boxes
        assert box.page == 0
        assert 0 < box.left < box.right < 1
        assert 0 < box.top < box.bottom < 1
    assert found.pictures[0].png.startswith(b"\x89PNG")
    assert draw_pages(found.pdf, (0, 9), 400).keys() == {0}
    alone = render(RenderOrder(job, (0,), 400, line=7))
    assert alone.section == "Boats"
    assert "61" not in {mark.words for mark in alone.marks.numbers}
    assert not found.rearranged
    (tmp_path / "a.toml").write_text('leave_out = ["Boats"]\n')
    cut = render(RenderOrder(job))
    assert cut.rearranged  # its places are not those of the file
    assert "1,400" not in cut.marks.text
    (tmp_path / "a.toml").write_text('encoding = "cp1250"\n')
    source.write_bytes("---\ntitle: [\n---\nŁódź\n".encode("cp1250"))
    broken = render(RenderOrder(job))
    assert (broken.pdf, broken.marks.findings[0].severity) == (b"", "error")
    assert broken.settings["encoding"] == "cp1250"  # by which it is read, to be mended
    assert "Łódź" in broken.marks.text
