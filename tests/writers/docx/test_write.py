"""The Word file as a whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.check.docx_file import check
from pressroom.writers.docx import WordOptions, write
from tests.programs import assert_valid_docx
from tests.writers.docx.full import PAGES, full_page
from tests.writers.docx.opened import full, parts
from tests.writers.docx.pages import page


@pytest.mark.slow
def test_the_same_page_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.writers.docx.full import full_page;"
        "from pressroom.writers.docx import WordOptions, write;"
        "data = write(full_page(), WordOptions(native_charts=True));"
        "print(hashlib.sha256(data).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(made) == 1


def test_nothing_makes_word_ask_unless_it_should() -> None:
    assert b"updateFields" not in full()["word/settings.xml"]
    assert b"w:dirty" not in full()["word/document.xml"]
    asked = parts(write(full_page(), WordOptions(update_fields=True)))["word/settings.xml"]
    assert b'<w:updateFields w:val="true"/>' in asked


def test_hostile_nesting_ends() -> None:
    deep = "<ul><li>x" * 60 + "</li></ul>" * 60
    assert check(write(page(deep)), "x.docx") == ()


_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)


@pytest.mark.slow
@given(_TEXT, _TEXT, st.integers(0, 3), st.integers(0, 3))
def test_any_words_make_a_sound_file(words: str, more: str, across: int, down: int) -> None:
    from html import escape

    table = (
        f"<table><tr><td colspan='{across}'>{escape(words)}</td><td rowspan='{down}'>{escape(more)}</td></tr>"
        f"<tr><td>{escape(more)}</td></tr></table>"
    )
    made = write(
        page(f"<p>{escape(words)} <em>{escape(more)}</em></p>{table}<ul><li>{escape(more)}</li></ul>")
    )
    assert [finding for finding in check(made, "x.docx") if finding.severity == "error"] == []


MORE = ' data-watermark="DRAFT" data-sides="two"'


@pytest.mark.slow
@pytest.mark.parametrize(("body", "options"), [("", {}), (MORE, {"native_charts": True, "endnotes": True})])
def test_outside_validators_find_nothing(body: str, options: dict[str, bool], tmp_path: Path) -> None:
    assert_valid_docx(write(full_page(body), WordOptions(page_numbers=PAGES, **options)), tmp_path)
