"""The sample sources through the finished product: what is found in them, and what comes out.

What is expected of each stands in expected/NAME.toml, beside this file.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressroom import readers
from pressroom.model.document import Block, Document, List, ListItem, Quote, Section, Table
from pressroom.readers.common.settings import ReaderSettings

SEEDS = Path(__file__).parent.parent.parent / "seeds"
SAMPLES = sorted(path.name for path in SEEDS.iterdir())
EXPECTED = Path(__file__).parent / "expected"


@dataclass(frozen=True)
class Made:
    """What one run of the command made of all the samples."""

    folder: Path
    outcomes: dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make all samples in both formats, as the README's command does."""
    folder = tmp_path_factory.mktemp("samples")
    run = report("make", "--format", "pdf", "--format", "docx", "--out", str(folder), "--json")
    assert run.returncode == 0, run.stderr
    outcomes = {Path(each["source"]).name: each for each in json.loads(run.stdout)["outcomes"]}
    return Made(folder, outcomes)


def report(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pressroom", *arguments],
        cwd=SEEDS.parent,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((EXPECTED / name).with_suffix(".toml").read_text())


def document(name: str) -> Document:
    return readers.read((SEEDS / name).read_bytes(), name, ReaderSettings())


def blocks(parts: Document | Section | Quote | ListItem) -> Iterator[Block]:
    for block in parts.blocks:
        yield block
        match block:
            case List(items):
                for item in items:
                    yield from blocks(item)
            case Quote():
                yield from blocks(block)
            case _:
                pass
    for section in getattr(parts, "sections", ()):
        yield from blocks(section)


def test_every_sample_says_what_is_expected_of_it() -> None:
    assert {Path(name).stem for name in SAMPLES} == {path.stem for path in EXPECTED.iterdir()}


@pytest.mark.parametrize("name", SAMPLES)
def test_headings_lists_and_tables(name: str) -> None:
    wanted, found = expected(name), document(name)
    assert (found.title.text if found.title else "") == wanted["title"]
    assert [[each.heading.level, each.heading.text] for each in found.walk()] == wanted["sections"]
    kinds = list(blocks(found))
    lists = [[block.style, len(block.items)] for block in kinds if isinstance(block, List)]
    for each in wanted.get("lists", ()):
        assert each in lists
    assert sum(isinstance(block, Table) for block in kinds) == wanted["tables"]


@pytest.mark.parametrize("name", SAMPLES)
def test_key_numbers(name: str) -> None:
    wanted = expected(name)
    run = report("numbers", f"seeds/{name}", "--json")
    assert run.returncode == 0, run.stderr
    shown = {key["display"]: key["label"] for key in json.loads(run.stdout)["key"]}
    assert wanted.get("fewest_tiles", 3) <= len(shown) <= 8
    for display, words in wanted["tiles"]:
        assert words in shown.get(display, "no such tile"), shown
    for display in shown:
        assert display not in wanted["not_tiles"]


@pytest.mark.parametrize("name", SAMPLES)
def test_figures(name: str) -> None:
    run = report("figures", f"seeds/{name}", "--json")
    assert run.returncode == 0, run.stderr
    drawn = json.loads(run.stdout)["drawn"]
    titles = [figure["title"] for figure in drawn]
    for kind, title in expected(name)["figures"]:
        assert drawn[titles.index(title)]["kind"] == kind
    for figure in drawn:
        assert figure["alt"]
        assert re.search(r"[^\W\d_]{3}", figure["title"]), "a title is words"


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_and_warnings(name: str, made: Made) -> None:
    outcome = made.outcomes[name]
    least, most = expected(name)["pages"]
    assert least <= outcome["pages"] <= most
    assert [found for found in outcome["diagnostics"] if found["severity"] != "note"] == []


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_is_there_in_order(name: str, ending: str, made: Made) -> None:
    """What a reader of the source reads, a reader of the output reads, in the same order."""
    path = made.folder / f"{Path(name).stem}.{ending}"
    output = letters(pdf_text(path) if ending == "pdf" else docx_text(path))
    at = 0
    for sentence in sentences(name):
        at = end_of(letters(sentence), output, at)
        assert at >= 0, f"not there, or not in order: {sentence}"


def end_of(sentence: str, output: str, begin: int) -> int:
    """Return where a sentence ends in the output, -1 where it is not.

    It may be parted once: by the foot of a page, or by a note called in its midst.
    """
    whole = output.find(sentence, begin)
    if whole >= 0:
        return whole + len(sentence)
    for cut in range(len(sentence) - 1, 2, -1):
        first = output.find(sentence[:cut], begin)
        if first >= 0:
            rest = output.find(sentence[cut:], first + cut)
            return rest + len(sentence) - cut if rest >= 0 else -1
    return -1


def sentences(name: str) -> Iterator[str]:
    """Yield the running text of a sample, sentence by sentence; what a table or a note holds is not in it."""
    from pressroom.model.document import Paragraph
    from pressroom.model.inline import words

    found = document(name)
    for block in blocks(found):
        if isinstance(block, Paragraph):
            for part in words(block.inlines).split("\n"):
                yield from re.split(r"(?<=[.?!])\s+", part)


def letters(text: str) -> str:
    """Keep letters and digits alone: hyphens, spaces and breaks are the layout's."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def pdf_text(path: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def docx_text(path: Path) -> str:
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(element.text or "" for element in body.iter(f"{word}t"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_set_well(name: str) -> None:
    """The samples are what people will copy: British spelling and typographic signs."""
    text = (SEEDS / name).read_text()
    prose = re.sub(r"(?s)\A---\n.*?\n---\n|```.*?```", "", text)
    assert "\t" not in prose
    assert not re.search(r"[\"']|\w - \w|\.\.\.", prose)
    for american in ("color", "center", "defense", "program ", "kilometer", "organiz", "percent "):
        assert american not in prose.lower(), american
