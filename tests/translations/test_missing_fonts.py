"""A text in a script that no font has: told with the package that has it, made in every format."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressroom.fonts import font_files

SAMPLES = Path(__file__).with_name("samples")
# in a process of its own: which fonts there are is asked once, and the library of fonts keeps the answer
MAKE = """
import io, json, sys
import pypdfium2
from pressroom import api
made = api.make(open(sys.argv[1], "rb").read(), "all", name="text.md")
with pypdfium2.PdfDocument(made.outputs["pdf"]) as pdf:
    text = pdf[0].get_textpage().get_text_bounded()
found = [(one.rule, str(one.severity), one.message, one.cure) for one in made.diagnostics]
print(json.dumps({"endings": sorted(made.outputs), "text": text, "found": found}))
"""


def make_with_fonts_of_pressroom(lang: str, folder: Path) -> dict[str, object]:
    folders = "".join(
        f"<dir>{each}</dir>" for each in sorted({str(font.path.parent) for font in font_files()})
    )
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig>{folders}<cachedir>{folder}/cache</cachedir></fontconfig>")
    done = subprocess.run(
        [sys.executable, "-c", MAKE, str(SAMPLES / f"{lang}.md")],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    made: dict[str, object] = json.loads(done.stdout)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "ja", "ko"])
def test_a_machine_without_fonts_for_a_script_makes_the_report_and_says_what_is_missing(lang, tmp_path):
    made = make_with_fonts_of_pressroom(lang, tmp_path)
    assert made["endings"] == ["docx", "eml", "html", "pdf"]
    ((_, severity, message, cure),) = [each for each in made["found"] if each[0] == "glyph-missing"]
    assert severity == "warning"
    assert "and " in message
    assert "(U+" in message
    assert "Chinese, Japanese or Korean letters" in cure
    assert "fonts-noto-cjk" in cure
    assert "214" in made["text"]  # what can be read is printed


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ar", "he", "uk", "pl"])
def test_the_other_scripts_need_no_font_of_the_machine(lang, tmp_path):
    made = make_with_fonts_of_pressroom(lang, tmp_path)
    assert [each for each in made["found"] if each[0] == "glyph-missing"] == []
