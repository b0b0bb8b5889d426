# ruff: noqa: E501 - lines of other languages, and sentences
"""The programs that print a text: how each is called, and where those come from that are not installed.

Packages that are looked for and not there go into an environment of the benchmark's own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from benchmarks.compared.texts import Text

PACKAGES = ("pypandoc_binary", "typst", "emboss-pdf", "docxtpl", "weasyprint")
STYLE = "@page { size: A4; margin: 25mm } body { font: 11pt/1.45 serif } table { border-collapse: collapse; width: 100% }"
_RENDER = """
import sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_tags=True, pdf_variant="pdf/ua-1")
"""
_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2])
"""
_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"parts": json.load(open(sys.argv[2]))})
template.save(sys.argv[3])
"""
_TEMPLATE = """
import sys
from docx import Document
document = Document()
for line, style in (
    ("{%p for part in parts %}", None), ("{%p if part.heading %}", None), ("{{ part.text }}", "Heading 1"),
    ("{%p else %}", None), ("{{ part.text }}", None), ("{%p endif %}", None), ("{%p endfor %}", None),
):
    document.add_paragraph(line, style)
document.save(sys.argv[1])
"""
_PICTURES = Path(__file__).resolve().parent / "pictures.py"
_LIBREOFFICE = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True, slots=True)
class Tool:
    """A program, as a line of shell for a text and the folder of its outputs; ``output`` is what it makes there."""

    name: str
    output: str
    command: Callable[[Text, Path], str]
    document: bool = True  #: whether the output is a report, not the pictures of one


class Places:
    """Where the programs are: those of the system, and those of an environment of the benchmark's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        self.missing: list[str] = []

    def install(self) -> None:
        """Make the environment, with each package that can be had."""
        if not self.python.exists():
            venv.create(self.folder, with_pip=True)
        for package in PACKAGES:
            command = [
                str(self.python),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                package,
            ]
            if subprocess.run(command, capture_output=True, check=False).returncode:
                self.missing.append(package)

    def ask(self, code: str) -> str:
        """Return what a line of Python prints in the environment, "" where it fails."""
        done = subprocess.run([str(self.python), "-c", code], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    @property
    def pandoc(self) -> str:
        """The path of pandoc, "" where there is none."""
        return self.ask("import pypandoc; print(pypandoc.get_pandoc_path())") or which("pandoc") or ""


def prepare(text: Text, folder: Path, places: Places, environment: Mapping[str, str]) -> None:
    """Write what the programs start from that do not read Markdown; none of this is measured."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_text(STYLE)
    (folder / "book").mkdir(exist_ok=True)
    (folder / "book" / "text.md").write_bytes(text.markdown.read_bytes())
    if places.pandoc:
        for name, options in (("start.html", ["--css", "style.css"]), ("start.docx", [])):
            command = [places.pandoc, str(text.markdown), "-s", "--toc", *options, "-o", name]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
    parts = [
        {"heading": part.startswith("#"), "text": part.lstrip("# ")}
        for part in text.markdown.read_text(encoding="utf-8").split("\n\n")
    ]
    (folder / "parts.json").write_text(json.dumps(parts))
    if places.ask("import docx; print(1)"):
        subprocess.run([str(places.python), "-c", _TEMPLATE, "template.docx"], cwd=folder, check=True)
    command = [sys.executable, "-P", str(_PICTURES), "find", str(text.source), "pictures.json"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    for name, code in (("render.py", _RENDER), ("typeset.py", _TYPST), ("fill.py", _DOCXTPL)):
        (folder / name).write_text(code)


def list_tools(places: Places) -> tuple[list[Tool], list[str]]:
    """Return the programs that are there, and a sentence on each that is not."""
    pandoc, python = places.pandoc, str(places.python)
    weasyprint = str(places.folder / "bin" / "weasyprint")
    report = f"'{sys.executable}' -P -m pressroom"
    limits = "--timeout 3000 --memory 16000 --force"
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome") or ""
    soffice = which("soffice") or ""

    def make(name: str, kind: str, folder: str, options: str = "") -> Tool:
        asked = f"-f {kind} -o {folder} {options} {limits}"
        return Tool(
            name, f"{folder}/{{stem}}.{kind}", lambda text, _: f"{report} make '{text.source}' {asked}"
        )

    tools = [
        make("Pressroom", "pdf", "out"),
        make("Pressroom, warm", "pdf", "warm"),
        make("Pressroom, Word", "docx", "word"),
        make("Pressroom, Word without page numbers", "docx", "plain", "--word-pages none"),
        Tool(
            "the pictures alone",
            "pictures",
            lambda _, __: f"'{sys.executable}' -P '{_PICTURES}' draw pictures.json pictures",
            document=False,
        ),
    ]
    missing = []
    others = [
        (
            pandoc and Path(weasyprint).exists(),
            "pandoc, WeasyPrint",
            "pandoc.pdf",
            lambda text, _: (
                f"'{pandoc}' '{text.markdown}' -s --toc --css style.css --pdf-engine '{weasyprint}' -o pandoc.pdf"
            ),
        ),
        (
            places.ask("import weasyprint; print(1)") and pandoc,
            "WeasyPrint alone",
            "weasyprint.pdf",
            lambda _, __: f"'{python}' render.py start.html weasyprint.pdf",
        ),
        (
            places.ask("import typst; print(1)") and pandoc,
            "pandoc, Typst",
            "typst.pdf",
            lambda text, _: (
                f"'{pandoc}' '{text.markdown}' -s --toc -t typst -o start.typ && '{python}' typeset.py start.typ typst.pdf"
            ),
        ),
        (
            chromium and pandoc,
            "pandoc, Chromium",
            "chromium.pdf",
            lambda text, folder: (
                f"'{pandoc}' '{text.markdown}' -s --toc --css style.css -o page.html && '{chromium}' --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir=profile --print-to-pdf=chromium.pdf 'file://{folder}/page.html'"
            ),
        ),
        (
            soffice and pandoc,
            "LibreOffice",
            "office/start.pdf",
            lambda _, folder: (
                f"'{soffice}' -env:UserInstallation=file://{folder}/office-profile --headless --convert-to '{_LIBREOFFICE}' --outdir office start.docx"
            ),
        ),
        (
            places.ask("import emboss; print(1)"),
            "emboss-pdf",
            "emboss.pdf",
            lambda _, __: f"'{places.folder}/bin/emboss' build book -o emboss.pdf -q",
        ),
        (
            pandoc,
            "pandoc, Word",
            "pandoc.docx",
            lambda text, _: f"'{pandoc}' '{text.markdown}' -s --toc -o pandoc.docx",
        ),
        (
            places.ask("import docxtpl; print(1)"),
            "docxtpl, Word",
            "docxtpl.docx",
            lambda _, __: f"'{python}' fill.py template.docx parts.json docxtpl.docx",
        ),
    ]  # fmt: skip # a line each
    for there, name, output, command in others:
        if there:
            tools.append(Tool(name, output, command))
        else:
            missing.append(name)
    return tools, missing


def find_versions(places: Places) -> dict[str, str]:
    """Return the versions of the programs, as they tell them."""
    code = "from importlib.metadata import version as v; print(v({!r}))"
    found = {
        package: places.ask(code.format(package)) for package in PACKAGES if package != "pypandoc_binary"
    }
    for name, command in (
        ("pandoc", [places.pandoc, "--version"]),
        ("Chromium", [which("chromium") or "", "--version"]),
        ("LibreOffice", [which("soffice") or "", "--version"]),
    ):
        if command[0]:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            words = done.stdout.split()
            found[name] = next((word for word in words if word[:1].isdigit()), "")
    return {name: version for name, version in found.items() if version}


def make_environment(root: Path, folder: Path) -> Mapping[str, str]:
    """Return the environment that all programs run in: bytecode is kept, and the user's folders are the benchmark's."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {
        "PYTHONPATH": str(root / "src"),
        "XDG_DATA_HOME": str(folder / "data"),
        "OPENBLAS_NUM_THREADS": "1",
    }
    return {**kept, **own, "PYTHONSAFEPATH": "1"}
