"""Figures of the readers: python benchmarks/readers.py

1. examples of the CommonMark specification whose text content is right;
2. seconds per megabyte on hostile Markdown;
3. Word files of several programs: read without a fault; words, headings, lists, tables and notes right.

``python benchmarks/readers.py FOLDER [-v]`` prints instead, for the files in a folder by format: words lost
against an independent reader, empty reports, private words leaked, faults (benchmarks/reading/recall.py).
``python -m benchmarks.readers_corpus`` writes the files of benchmarks/reading/sources.jsonl to a folder.

Corpora are looked for in ../shared/benchmarks/corpora; pandoc and soffice are used where they are installed.
"""

from __future__ import annotations

import gc
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[1]
# as a script its own folder comes first, whose numbers.py is not Python's
sys.path[:] = [
    str(ROOT / "src"),
    str(ROOT),
    *(each for each in sys.path if Path(each) != ROOT / "benchmarks"),
]

from benchmarks.reading.recall import measure_folder
from tests.readers import content

from pressroom.errors import PressroomError
from pressroom.model.document import Document, List, Table
from pressroom.readers import ReaderSettings, read
from pressroom.readers.html.read import read_piece
from pressroom.readers.markdown.read import parse

CORPORA = ROOT.parent / "shared/benchmarks/corpora"
TIMES = 20_000
HOSTILE = {
    "nested strong emphasis": "*a **a " * TIMES + "b" + " a** a*" * TIMES,
    "emphasis closers": "a_ " * TIMES,
    "emphasis openers": "_a " * TIMES,
    "link closers": "a] " * TIMES,
    "link openers": "[a " * TIMES,
    "mismatched openers and closers": "*a_ " * TIMES,
    "link openers, emphasis closers": "[ a_ " * TIMES,
    "pattern [ (](": "[ (](" * TIMES,
    "nested brackets": "[" * TIMES + "a" + "]" * TIMES,
    "nested quotations": "> " * TIMES + "a",
    "backticks": "".join("e" + "`" * count for count in range(600)),
    "unclosed links": "[a](<b" * TIMES,
    "one letter, 1 MB": "a" * 1_000_000,
    "one mark, 1 MB": "*" * 1_000_000,
    "one line of 10 MB": "word " * 2_000_000,
    "100,000 short lines": "word\n" * 100_000,
    "100,000 list items": "- word\n" * 100_000,
    "5,000 nested quotations, 10 kB": "> " * 5_000 + "a",
    "5,000 nested quotations, 100 kB": ("> " * 5_000 + "a\n") * 10,
    "1 to 1,400 nested quotations": "\n".join(">" * n + " a" for n in range(1, 1_400)),
    "ordinary text, 0.7 MB": (
        "## Heading\n\nSome *text* with over **1,100** people and a [link](http://a.org), and more words that"
        " go on for a while.\n\n- one item\n- two items\n\n"
    )
    * 4_500,
}
PARAGRAPH = "Words of paragraph {n}, which holds **bold** and *slanted* ones and the number {n},100{note}."


def main() -> None:
    if len(sys.argv) > 1:
        measure_folder(Path(sys.argv[1]), "-v" in sys.argv)
        return
    specification()
    hostile()
    word_files()


def specification() -> None:
    file = CORPORA / "commonmark/spec.txt"
    if not file.exists():
        print("CommonMark: the specification is missing")
        return
    pattern = re.compile(r"^`{32} example\n(.*?)\n?^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
    right, raw, total = 0, 0, 0
    for found in pattern.finditer(file.read_text(encoding="utf-8")):
        source, html = (part.replace("→", "\t") for part in found.groups())
        total += 1
        html = re.sub(r"</?(?:p|h\d|li|ul|ol|blockquote|pre|div|hr|br)\b[^>]*>", " ", html)
        wanted = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
        same = content.words(parse(source, "x.md", ReaderSettings(), read_piece), captions=False) == wanted
        right += same
        raw += not same and bool(re.search(r"<[a-zA-Z!?/]", source))
    print(f"CommonMark: {right} of {total} examples right; of the others {raw} hold raw HTML")


def hostile() -> None:
    for text in (b"x", b"> " * 50 + b"x"):  # load both parsers first: that takes longer than a small text
        read(text, "x.md", ReaderSettings())
    print("hostile Markdown:")
    for name, text in HOSTILE.items():
        seconds, ends = min(timed(text) for _ in range(3))
        size = len(text) / 1e6
        print(f"  {name:32} {size:6.2f} MB {seconds:6.2f} s {seconds / size:7.2f} s/MB  {ends}")


def timed(text: str) -> tuple[float, str]:
    gc.collect()  # what the text before left behind is not this one's work
    start = time.perf_counter()
    try:
        document = read(text.encode(), "x.md", ReaderSettings())
    except PressroomError as error:
        return time.perf_counter() - start, error.diagnostic.rule
    seconds = time.perf_counter() - start
    heavy = any(found.rule == "markdown-too-heavy" for found in document.diagnostics)
    return seconds, "plain" if heavy else "read"


def sources() -> list[str]:
    """Markdown texts with everything in them, as ground truth for what programs make of them."""
    texts = []
    for size in range(2, 9):
        parts = ["# The title\n"]
        for n in range(1, size + 1):
            parts.append(f"{'#' * (2 + n % 2)} Heading number {n}\n")
            parts.append(PARAGRAPH.format(n=n, note=f"[^{n}]") + "\n")
            if n % 3 == 0:
                parts.append("".join(f"{k}. item {n}.{k}\n" for k in range(1, 4)))
            if n % 3 == 1:
                parts.append("".join(f"- point {n}.{k}\n" for k in range(1, 4)))
            if n % 2 == 0:
                parts.append(f"| Region | Sum |\n|---|---|\n| North {n} | {n}0 |\n| South | {n}1 |\n")
            parts.append(f"[^{n}]: Note {n} says so.\n")
        texts.append("\n".join(parts))
    return texts


def word_files() -> None:
    counts: dict[str, list[int]] = {}
    for file in sorted((CORPORA / "mammoth-docx").glob("*.docx")):
        tried(counts, "mammoth's corpus", file.read_bytes(), None)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(sources()):
            wanted = parse(text, "x.md", ReaderSettings(), read_piece)
            bare = parse(without_notes(text), "x.md", ReaderSettings(), read_piece)
            for program, data in made(text, Path(folder), number):
                tried(counts, program, data, bare if program.endswith("HTML") else wanted)
    print("Word files: read without a fault, and right in words, headings, lists, tables, notes")
    total = [0] * 7
    for program, row in counts.items():
        total = [a + b for a, b in zip(total, row, strict=True)]
        print(
            f"  {program:28} {row[0]:3} files: {row[1]:3} read; {' '.join(f'{value:3}' for value in row[2:])}"
        )
    print(
        f"  {'all':28} {total[0]:3} files: {total[1]:3} read; {' '.join(f'{value:3}' for value in total[2:])}"
    )


def made(text: str, folder: Path, number: int) -> list[tuple[str, bytes]]:
    found = [("python-docx", by_python_docx(text))]
    if not shutil.which("pandoc"):
        return found
    base = folder / f"t{number}"
    base.with_suffix(".md").write_text(text, encoding="utf-8")
    # a web page has no notes, only a list at its end, which no reader can know for notes
    base.with_suffix(".bare.md").write_text(without_notes(text), encoding="utf-8")
    for ending, source in (("docx", "md"), ("odt", "md"), ("html", "bare.md")):
        subprocess.run(
            ["pandoc", f"{base}.{source}", "-s", "-o", f"{base}.{ending}"], check=True, capture_output=True
        )
    found.append(("pandoc", base.with_suffix(".docx").read_bytes()))
    found.append(("pandoc, OpenDocument", base.with_suffix(".odt").read_bytes()))
    for ending, program in (("odt", "LibreOffice from ODT"), ("html", "LibreOffice from HTML")):
        data = by_libreoffice(base.with_suffix(f".{ending}"), folder / ending)
        if data:
            found.append((program, data))
    return found


def without_notes(text: str) -> str:
    return re.sub(r"(?m)^\[\^\d+\]:.*$|\[\^\d+\]", "", text)


def by_libreoffice(file: Path, folder: Path) -> bytes:
    if not shutil.which("soffice"):
        return b""
    command = ["soffice", f"-env:UserInstallation=file://{folder.parent}/profile", "--headless"]
    command += ["--infilter=HTML (StarWriter)"] if file.suffix == ".html" else []
    command += ["--convert-to", "docx:Office Open XML Text", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=False, capture_output=True, timeout=120)
    out = folder / f"{file.stem}.docx"
    return out.read_bytes() if out.exists() else b""


def by_python_docx(text: str) -> bytes:
    import docx

    document = docx.Document()
    wanted = parse(text, "x.md", ReaderSettings(), read_piece)
    document.add_heading("The title", 0)
    for section in wanted.walk():
        document.add_heading(section.heading.text, section.heading.level)
        for block in section.blocks:
            if isinstance(block, List):
                for item in block.items:
                    style = "List Number" if block.ordered else "List Bullet"
                    document.add_paragraph(content.words(_alone(wanted, item.blocks)), style)
            elif isinstance(block, Table):
                rows = block.head + block.body
                table = document.add_table(len(rows), block.columns)
                for row, cells in zip(rows, table.rows, strict=True):
                    for cell, target in zip(row.cells, cells.cells, strict=True):
                        target.text = "".join(leaf.value for leaf in content.leaves(cell.inlines))
            else:
                document.add_paragraph(content.words(_alone(wanted, (block,))))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _alone(document: Document, blocks: tuple[object, ...]) -> Document:
    return Document(document.source, document.text, None, blocks, ())


def tried(counts: dict[str, list[int]], program: str, data: bytes, wanted: Document | None) -> None:
    row = counts.setdefault(program, [0] * 7)
    row[0] += 1
    ending = "odt" if b"opendocument" in data[:200] else "docx"
    try:
        found = read(data, f"x.{ending}", ReaderSettings())
    except PressroomError as error:
        print(f"  {program}: {error}")
        return
    row[1] += 1
    for at, measure in enumerate((_words, _headings, _lists, _tables, _notes)):
        if program == "python-docx" and measure is _notes:
            row[2 + at] += 1  # it writes none
            continue
        row[2 + at] += wanted is None or measure(found, program) == measure(wanted, program)


def _words(document: Document, program: str) -> object:
    text = content.words(document)
    if program == "python-docx":
        text = re.sub(r" Note \d+ says so\.", "", text)
    return sorted(text.split())


def _headings(document: Document, _: str) -> object:
    return content.headings(document)


def _lists(document: Document, _: str) -> object:
    return [(block.style, len(block.items)) for block in content.blocks(document) if isinstance(block, List)]


def _tables(document: Document, _: str) -> object:
    return [
        (len(block.head), [len(row.cells) for row in block.body])
        for block in content.blocks(document)
        if isinstance(block, Table)
    ]


def _notes(document: Document, _: str) -> object:
    return len(document.footnotes)


if __name__ == "__main__":
    main()
