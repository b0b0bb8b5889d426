"""How many words, numbers and addresses are found whole in a PDF by the programs that it is read with.

Each stands at the ends of lines in every way: once in each of a row of paragraphs, behind words of other
lengths. It is found when a search finds it as often as it was written. A "-" is asked for as U+002D,
the key of every keyboard.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import which

import pypdfium2

from pressroom import api

HERE = Path(__file__).parent
EXPRESSIONS = (
    # long words, which are divided at line ends
    "responsibilities",
    "interoperability",
    "acknowledgements",
    "administrative",
    "representatives",
    "correspondence",
    # words written with a hyphen
    "long-term",
    "policy-maker",
    "cost-effective",
    "Aix-en-Provence",
    # phones, references, negative numbers, dates
    "020-7946-0321",
    "+44-1632-960-961",
    "RF-2031-07-B",
    "-12.5",
    "2031-07-19",
    # addresses
    "press@long-lake.example.org",
    "https://example.org/press-office/lake-report",
    "www.example.org/documents/administration/statement-of-agreement/annual-report-2031.pdf",
)
LEADS = range(2, 24)  # words ahead of an expression: it comes to stand all along its line
PARTED = "\ufffe"  # pdfium's sign for the hyphen of a divided word; Chrome's search leaves it out
FILL = "one sees that all of it is so far as we can say not yet in the way of any that had been set out"


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("search")
    group.add_argument("--pdfjs", type=Path, help="folder of the npm package pdfjs-dist, for pdf.js")
    group.add_argument("--mutool", default="mutool", help="MuPDF's program, where it is not on the path")
    group.add_argument("--pdf", type=Path, help="keep the PDF that is searched here")


def measure(asked: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = asked.pdf or Path(folder) / "search.pdf"
        file.write_bytes(make_pdf())
        divided = count_divided(file)
        yield f"divided at a line's end at least once: {len(divided)} ({', '.join(divided)})"
        readers: dict[str, tuple[Callable[[], list[int]], str]] = {
            "pdfium": (lambda: search_pdfium(file), ""),
            "pdf.js": (
                lambda: search_pdfjs(file, asked.pdfjs),
                "" if asked.pdfjs and which("node") else "--pdfjs",
            ),
            "MuPDF": (lambda: search_mupdf(file, asked.mutool), "" if which(asked.mutool) else "--mutool"),
            "poppler": (lambda: search_poppler(file), "" if which("pdftotext") else "pdftotext"),
        }
        for name, (search, missing) in readers.items():
            if missing:
                yield f"{name:8} not measured: {missing} is missing"
                continue
            counts = search()
            lost = [
                f"{expression} ({count} of {len(LEADS)})"
                for expression, count in zip(EXPRESSIONS, counts, strict=True)
                if count != len(LEADS)
            ]
            yield f"{name:8} {len(EXPRESSIONS) - len(lost)} of {len(EXPRESSIONS)}" + (
                f"; not {'; '.join(lost)}" if lost else ""
            )


def make_pdf() -> bytes:
    """Return the PDF of a report that holds each expression once for each of ``LEADS``."""
    parts = ["Words and addresses at the ends of lines", ""]
    fill = FILL.split()
    for expression in EXPRESSIONS:
        for lead in LEADS:
            words = [fill[index % len(fill)] for index in range(lead)]
            parts += [
                f"{' '.join(words).capitalize()} {expression} and so on.",
                "",
            ]
    text = "\n".join(parts).encode()
    return api.make(text, "pdf", name="search.txt", lang="en", contents="never").outputs["pdf"]


def count_divided(file: Path) -> list[str]:
    """Return the expressions that stand on two lines somewhere."""
    lines = subprocess.run(
        ["pdftotext", "-bbox-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    words = re.sub(r"<[^>]*>\s*", " ", lines)
    return [
        one for one in EXPRESSIONS if len(re.findall(rf"(?<!\S){re.escape(one)}(?!\S)", words)) < len(LEADS)
    ]


def search_pdfium(file: Path) -> list[int]:
    with pypdfium2.PdfDocument(file) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf).replace(PARTED, "")
    return [text.count(one) for one in EXPRESSIONS]


def search_pdfjs(file: Path, package: Path) -> list[int]:
    return _run(["node", HERE / "pdfjs_search.mjs", package.resolve(), file, *EXPRESSIONS])


def search_mupdf(file: Path, mutool: str) -> list[int]:
    return _run([mutool, "run", HERE / "mupdf_search.js", file, *EXPRESSIONS])


def _run(command: Sequence[str | Path]) -> list[int]:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [int(line) for line in done.stdout.split()]


def search_poppler(file: Path) -> list[int]:
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    running = " ".join(text.split())
    return [running.count(one) for one in EXPRESSIONS]
