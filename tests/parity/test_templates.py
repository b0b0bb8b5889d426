"""Each template with its sample: sound files in every format, which say the same, and the same again."""

from __future__ import annotations

from functools import cache

import pytest

import pressroom
from pressroom.check.docx_file import check as check_word
from pressroom.check.files import check
from pressroom.check.pdf_file import check_file
from pressroom.project import templates
from pressroom.writers.pdf.claims import PDF_A, PDF_UA, keep_true_claims
from tests.making import ROOT
from tests.outputs.finished import FORMATS, Finished
from tests.parity.items import of_docx, of_pdf
from tests.parity.test_parity import _differences
from tests.programs import needs
from tests.test_contracts import PLACE, WORLD

pytestmark = pytest.mark.slow
# template → its sample, the pages that its PDF has, and words of the template's own that all formats show
SAMPLES = {
    "press-release": ("ferry-release.txt", 1, "Embargoed until 6 a.m. on Monday 1 June 2026"),
    "memo": ("roof-memo.txt", 1, "Memo"),
    "report": ("heat-plan.md", 13, "Report"),
    "factsheet": ("rail-factsheet.txt", 1, "Factsheet"),
    "minutes": ("council-minutes.txt", 3, "Decisions"),
    "letter": ("archive-letter.txt", 1, "Friends of Harwick Hall"),
    "speech": ("opening-speech.txt", 1, "Speech"),
}
NOT_FOR_THEMSELVES = {"base", "briefing"}  # the briefing's samples are all others


@cache
def finish(name: str) -> Finished:
    sample, _, _ = SAMPLES[name]
    made = pressroom.make(ROOT / "seeds" / sample, FORMATS, template=name)
    return Finished(dict(made.outputs), tuple(f"{each.severity}: {each.rule}" for each in made.diagnostics))


def test_every_template_has_a_sample() -> None:
    assert set(templates.list_templates(PLACE, WORLD)) == set(SAMPLES) | NOT_FOR_THEMSELVES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_made_without_a_warning(name: str) -> None:
    assert [rule for rule in finish(name).rules if not rule.startswith("note")] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pdf_keeps_both_standards_and_its_pages(name: str) -> None:
    made = finish(name)
    data = made.data["pdf"]
    kept, warnings = keep_true_claims(data, name)
    assert (kept, warnings) == (data, ())
    for standard in (PDF_A, PDF_UA):
        assert standard.partition("/")[2][:2].lower().encode() in data or kept == data
    assert check_file(data) == ()
    assert len(made.pages) == SAMPLES[name][1]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_word_file_is_sound(name: str) -> None:
    data = finish(name).data["docx"]
    assert check_word(data, "sample.docx") == ()
    assert [each for each in check(data, "sample.docx") if each.severity.name == "ERROR"] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_all_formats_say_what_makes_the_paper(name: str) -> None:
    made, words = finish(name), SAMPLES[name][2]
    for text in (made.pdf, made.web.text_content(), made.mail_html.text_content(), made.mail_text):
        assert words.casefold() in " ".join(text.split()).casefold()


@needs("pandoc")
@pytest.mark.parametrize("name", SAMPLES)
def test_pdf_and_word_say_the_same(name: str, tmp_path) -> None:
    made = finish(name)
    (tmp_path / "sample.docx").write_bytes(made.data["docx"])
    assert _differences(of_pdf(made.data["pdf"]), of_docx(tmp_path / "sample.docx")) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_second_time_gives_the_same_bytes(name: str) -> None:
    sample, _, _ = SAMPLES[name]
    again = pressroom.make(ROOT / "seeds" / sample, FORMATS, template=name)
    assert dict(again.outputs) == finish(name).data
