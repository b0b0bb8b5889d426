"""Every entry of the open tables keeps its contract: it loads, does its work, is in the manual, is tested.

Readers, kinds of figures, languages for numbers, templates and formats; docs/extending.md adds one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest
from benchmarks.gallery import GALLERY

from pressroom.compose import compose
from pressroom.compose.anchors import collect_anchors
from pressroom.compose.blocks import BlockWriter
from pressroom.compose.page import _template_names
from pressroom.errors import PressroomError
from pressroom.figures import FIGURE_KINDS, NARROW_MM, WIDE_MM, draw, why_unreadable
from pressroom.figures.chart_requests import MARKS
from pressroom.figures.plot.marks import Plot, PlotStyle
from pressroom.model.document import Document
from pressroom.model.figure import Figure
from pressroom.model.page import Page
from pressroom.model.quantity import Kind, Qualifier
from pressroom.model.span import Span
from pressroom.numbers import extract
from pressroom.numbers.languages import LANGUAGES, form, language
from pressroom.project import templates
from pressroom.project.place import Place
from pressroom.project.setting_values import FORMATS
from pressroom.readers import READERS, ReaderSettings, read
from pressroom.world import RealWorld
from pressroom.writers import WRITERS, write
from tests.making import BRAND, document, paragraph, report, section
from tests.numbers.sentences import sentences
from tests.readers.packages import odt, p, word
from tests.readers.pdf.making import At, pdf
from tests.readers.pptx.making import SlideXml, par, pptx, shape, title
from tests.readers.sheets.making import workbook

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
POINTS_PER_MM = 72 / 25.4
PLACE = Place(ROOT, ROOT)
WORLD = RealWorld()


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


# Readers

SENTENCE = "Farmers brought in 41,000 tonnes of wheat."
# a source in each format with a heading and a sentence
SOURCES = {
    "text": f"THE HARVEST\n\n{SENTENCE}\n".encode(),
    "markdown": f"# The harvest\n\n{SENTENCE}\n".encode(),
    "html": f"<html><body><h1>The harvest</h1><p>{SENTENCE}</p></body></html>".encode(),
    "odt": odt(f'<text:h text:outline-level="1">The harvest</text:h><text:p>{SENTENCE}</text:p>'),
    "rtf": rb"{\rtf1\ansi The harvest\par " + SENTENCE.encode() + rb"\par}",
    "eml": f"From: Ann <ann@example.org>\nSubject: The harvest\n\n{SENTENCE}\n".encode(),
    "docx": word(p("The harvest", "Heading1") + p(SENTENCE)),
    "pptx": pptx(SlideXml(title("The harvest") + shape("body", par(SENTENCE), par("Barley")))),
    "xlsx": workbook(("The harvest", [["What", "Place"], [SENTENCE, "North"], ["Barley", "South"]])),
    "csv": f'The harvest,Place\n"{SENTENCE}",North\n'.encode(),
    "pdf": pdf([At(70, 90, "The harvest", 18), At(70, 120, SENTENCE)]),
}


def spans(value: object) -> Iterator[Span]:
    """Yield every span in a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from spans(getattr(value, entry.name))


@pytest.mark.parametrize("name", READERS)
def test_a_reader_reads(name: str) -> None:
    source = f"harvest{READERS[name].extensions[0]}"
    found = read(SOURCES[name], source, ReaderSettings())
    assert isinstance(found, Document)
    assert found.source == source
    assert SENTENCE in found.text
    assert "harvest" in found.text.casefold()
    for span in spans(found):
        assert span.source == source
        assert 0 <= span.start <= span.end <= len(found.text)
        assert 1 <= span.line_start <= span.line_end


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("data", [b"", b"\0\xff\xfe\x80" * 40, b"<" * 400, b"PK\3\4broken"])
def test_a_reader_fails_by_name_or_not_at_all(name: str, data: bytes) -> None:
    source = f"broken{READERS[name].extensions[0]}"
    try:
        found = read(data, source, ReaderSettings())
    except PressroomError as error:
        told = error.diagnostic
        assert told.where.startswith(source)
        assert "unforeseen" not in told.message
        assert told.cure
        assert (told.message + told.cure).isprintable()
    else:
        assert found.source == source


@pytest.mark.parametrize("name", READERS)
def test_a_reader_is_in_the_manual_and_tested(name: str) -> None:
    for extension in READERS[name].extensions:
        assert f"`{extension}`" in page("formats.md")
    package = READERS[name].load.split(".")[2]
    tests = ROOT / "tests" / "readers"
    assert (tests / package).is_dir() or any(package in path.stem for path in tests.glob("test_*.py"))


# Kinds of figures


def sample(kind: str) -> Figure:
    return next(figure for figure in GALLERY if figure.kind == kind)


@pytest.mark.parametrize("width", [NARROW_MM, WIDE_MM])
@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_a_kind_of_figure_is_laid_out(kind: str, width: float) -> None:
    figure = sample(kind)
    room = width * POINTS_PER_MM
    plot = FIGURE_KINDS[kind].layout(figure, PlotStyle.of(BRAND), room, "en")
    assert isinstance(plot, Plot)
    assert plot.marks
    # a sign stands in a line of words and is as wide as it is
    assert plot.width == pytest.approx(room) or (kind == "sign" and plot.width < room)
    assert plot.height > 0


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_a_kind_of_figure_is_drawn_the_same_each_time(kind: str) -> None:
    first, second = (draw(sample(kind), BRAND, "en") for _ in range(2))
    assert first.svg == second.svg
    assert sample(kind).title in first.svg.decode()


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_a_kind_of_figure_refuses_what_it_cannot_show(kind: str) -> None:
    assert why_unreadable(sample(kind)) == ""
    figure = sample(kind)
    empty = Figure(figure.id, kind, figure.title, figure.alt, (), (), ())
    assert why_unreadable(empty).startswith(FIGURE_KINDS[kind].words)


@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_a_kind_of_figure_is_in_the_manual_and_tested(kind: str) -> None:
    assert f"`{kind}`: {FIGURE_KINDS[kind].words}\n" in page("figures.md")
    figure = sample(kind)
    assert (DOCS / "figures" / f"{figure.id}.svg").is_file()
    looks = ROOT / "tests" / "figures" / "looks"
    assert {path.name for path in looks.glob(f"{figure.id}-*.png")} == {
        f"{figure.id}-{width:.0f}.png" for width in (NARROW_MM, WIDE_MM)
    }


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_a_kind_and_in_the_manual(mark: str) -> None:
    assert MARKS[mark] in FIGURE_KINDS
    assert f"`{MARKS[mark]}`" in page("figures.md")


# Formats

# how the file of each format begins
BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!DOCTYPE html>", "email": b"Subject: A title\r\n"}


@pytest.fixture(scope="module")
def sample_page() -> Page:
    """Return a page with a title, a section and a paragraph."""
    made = report(document(paragraph("First words."), sections=(section("One", paragraph("In one.")),)))
    return compose(made, templates.load("briefing", PLACE, WORLD), {}, {}, contents=False)


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_writes_the_same_each_time(name: str, sample_page: Page) -> None:
    first, second = (write(name, sample_page) for _ in range(2))
    assert first == second
    assert first.startswith(BEGINNINGS.get(name, b""))
    assert len(first) > len("First words. In one.")


def test_every_format_can_be_asked_for_and_no_ending_has_two() -> None:
    assert set(FORMATS) == set(WRITERS)
    endings = [writer.ending for writer in WRITERS.values()]
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_is_in_the_manual_and_tested(name: str) -> None:
    assert f"`--format {name}`" in page("formats.md")
    package = WRITERS[name].load.partition(":")[0].split(".")[2]
    assert list((ROOT / "tests" / "writers" / package).glob("**/test_*.py"))


# Languages for numbers


LOWER = ("numerals", "nouns", "ranges", "qualifiers")  # tables whose words are looked up in lower case


def table_fields(table: type[form.WordTable]) -> list[str]:
    return list(table.__annotations__)


def iterate_phrases(value: object) -> Iterator[str]:
    """Yield the words of a field: sets, pairs, and tables within a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, form.WordTable):
        for field in table_fields(type(value)):
            yield from iterate_phrases(getattr(value, field))
    elif isinstance(value, frozenset | dict | tuple):
        for each in value:
            yield from iterate_phrases(each)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_every_field_in_its_form(lang: str) -> None:
    held = language(lang)
    assert held is import_module(f"pressroom.numbers.languages.{lang}").LANGUAGE
    for name in table_fields(form.Language):
        table = getattr(held, name)
        for field in table_fields(type(table)):
            value = getattr(table, field)
            for phrase in iterate_phrases(value) if not isinstance(value, str) else ():
                assert phrase.strip() == " ".join(phrase.split()), (name, field)
                assert phrase == phrase.lower() or name not in LOWER, (name, field)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_means_what_the_model_knows(lang: str) -> None:
    held = language(lang)
    assert set(held.dates.months.values()) == set(range(1, 13))
    assert {held.numerals.decimal, held.numerals.grouping} == {",", "."}
    qualifiers = {str(each) for each in Qualifier}
    assert {*held.qualifiers.before.values(), *held.qualifiers.after.values()} <= qualifiers
    assert {kind for _, kind in held.units.names.values()} <= {str(each) for each in Kind}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_reads_its_numbers(lang: str) -> None:
    held = language(lang)
    written = f"1{held.numerals.grouping}250{held.numerals.decimal}5"
    assert [one.value for one in extract(f"xx {written} xx.", lang)] == [1250.5]
    word = next(word for word, value in held.numerals.small.items() if value == 7)
    assert 7 in [one.value for one in extract(f"{word} xx.", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_is_in_the_manual_and_tested(lang: str) -> None:
    english = import_module(f"pressroom.numbers.languages.{lang}").__doc__.rstrip(".")
    assert re.search(rf"\b{english}\b", page("numbers.md"))
    held = sentences(lang)
    assert any(wanted for _, wanted in held)
    assert any(not wanted for _, wanted in held)


# Templates


@pytest.mark.parametrize("name", templates.list_templates(PLACE, WORLD))
def test_a_template_lays_a_report_out(name: str) -> None:
    template = templates.load(name, PLACE, WORLD)
    assert template.description
    made = report(document(paragraph("First words."), sections=(section("One", paragraph("In one.")),)))
    for contents in (True, False):
        composed = compose(made, template, {}, {}, contents=contents)
        assert re.search(r"<h1 class=\"title\">\s*A title\s*</h1>", composed.html)
        assert composed.html.index("First words.") < composed.html.index("In one.")
        assert composed.css.startswith(":root{")


@pytest.mark.parametrize("name", templates.list_templates(PLACE, WORLD))
def test_a_template_is_in_the_manual_and_tested(name: str) -> None:
    assert any(f"templates/{name}" in path.read_text(encoding="utf-8") for path in DOCS.glob("*.md"))
    assert any(f'"{name}"' in path.read_text(encoding="utf-8") for path in ROOT.glob("tests/compose/*.py"))


def test_the_manual_lists_what_a_template_may_use() -> None:
    made = report(document(paragraph("First words.")))
    names = {
        "report",
        "contents",
        "lists",
        "options",
        "t",
        *_template_names(made, BlockWriter(made, collect_anchors(made), {})),
    }
    section_text = page("templates.md").partition("### What it may use\n")[2].partition("\n### ")[0]
    rows = [row.split(" | ")[0] for row in section_text.splitlines() if row.startswith("| `")]
    listed = {name.partition("(")[0] for row in rows for name in re.findall(r"`([^`]+)`", row)}
    filters = {rf"\| {name}" for name in ("blocks", "inline", "figure", "linked", "words")}
    assert listed == names | filters
