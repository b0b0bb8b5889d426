"""The samples' files: words that one format has and another lacks, bytes, and what validators find."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.scores.bench import FORMATS, Bench, NotMeasured
from benchmarks.scores.table import Better, Row
from tests.parity.items import read_pdf

from pressroom.check import docx_file
from pressroom.check.pdf_file import check_file

HEADING_NUMBER = re.compile(r"^\s*\d+(\.\d+)*\.?\s")  # Word counts headings by itself


def parity(bench: Bench) -> Iterator[Row]:
    """Words of the samples' PDFs (of tags and alternative texts) that are missing in the other formats."""
    if find_spec("pdfplumber") is None:
        raise NotMeasured("pdfplumber is not installed")
    for sample, outputs in bench.outputs.items():
        passages = [_words(passage) for passage in pdf_passages(outputs["pdf"])]
        texts = {
            "Word": docx_text(outputs["docx"]),
            "web": html_text(outputs["html"].decode()),
            "mail": mail_text(outputs["eml"]),
        }
        for name, text in texts.items():
            yield Row(f"{sample}, missing in {name}", missing_words(passages, _words(text)), Better.LOWER)


def missing_words(passages: list[list[str]], other: list[str]) -> int:
    """Count the words of passages that are not found whole in the other words, and that the others lack.

    A passage is sought letter by letter, since a line's end leaves no space in a PDF; one that isn't found
    counts at least once.
    """
    whole, known = "".join(other), set(other)
    return sum(
        max(1, sum(word not in known for word in passage))
        for passage in passages
        if "".join(passage) not in whole
    )


def pdf_passages(data: bytes) -> Iterator[str]:
    """Yield the blocks, cells and alternative texts of a tagged PDF."""
    for kind, content in read_pdf(data):
        if kind == "table":
            yield from (cell for row in content for cell in row)
        else:
            yield HEADING_NUMBER.sub("", content) if kind[0] == "h" else content


def docx_text(data: bytes) -> str:
    """Return the text and the alternative texts of a Word file, all parts."""
    from lxml import etree

    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if not re.fullmatch(r"word/(document|footnotes|endnotes|[\w-]*header\d*)\.xml", name):
                continue
            for element in etree.fromstring(package.read(name)).iter():
                if element.tag == f"{word}t":
                    found.append(element.text or "")
                elif element.tag in (f"{word}p", f"{word}tab", f"{word}br"):
                    found.append(" ")
                found.append(f" {element.get('descr')} " if element.get("descr") else "")
    return "".join(found)


def html_text(html: str) -> str:
    """Return the text and the alternative texts of a page, without scripts and styles."""
    from lxml import html as parser

    tree = parser.fromstring(html)
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    alternatives = [element.get(name, "") for element in elements for name in ("alt", "aria-label")]
    return " ".join([*tree.itertext(), *alternatives])


def mail_text(data: bytes) -> str:
    """Return the text of a message's HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("html",))
    return html_text(part.get_content()) if part else ""


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return re.findall(r"[^\W_]+", plain)


def sizes(bench: Bench) -> Iterator[Row]:
    """Size of the samples' outputs, all samples together; outputs that are other bytes in a second run."""
    for ending in FORMATS:
        total = sum(len(outputs[ending]) for outputs in bench.outputs.values()) / 1000
        yield Row(ending, round(total, 1), Better.LOWER, "kB", tolerance=round(total / 50, 1))
    differing = sum(
        outputs[ending] != bench.outputs_again[sample][ending]
        for sample, outputs in bench.outputs.items()
        for ending in FORMATS
    )
    yield Row("outputs that differ between two runs", differing, Better.LOWER)


def word_validators(bench: Bench) -> Iterator[Row]:
    """Findings in the samples' Word files: openxml-audit (microsoft365), docx-integrity, our own checks."""
    audit, integrity = _program("openxml-audit"), _program("docx-integrity")
    audited = checked = own = 0
    for sample, outputs in bench.outputs.items():
        path = bench.path(sample, "docx")
        (found,) = _json([audit, "-f", "microsoft365", "-o", "json", str(path)])
        audited += found["error_count"] + found["warning_count"]
        done = subprocess.run([integrity, "check", str(path)], capture_output=True, text=True, check=False)
        counts = re.search(r"(\d+) error\(s\), (\d+) warning\(s\), (\d+) info", done.stdout)
        if counts is None:
            raise RuntimeError(f"docx-integrity says nothing that is understood: {done.stdout}{done.stderr}")
        checked += sum(map(int, counts.groups()))
        own += len(docx_file.check(outputs["docx"], sample))
    yield Row("openxml-audit", audited, Better.LOWER)
    yield Row("docx-integrity", checked, Better.LOWER)
    yield Row("our own checks", own, Better.LOWER)


def pdf_validators(bench: Bench) -> Iterator[Row]:
    """Findings in the samples' PDFs: page-validation (PDF/UA-1, PDF/A-3a), outloud, qpdf, our own checks."""
    outloud, qpdf = _program("outloud"), _program("qpdf")
    if find_spec("page") is None:
        raise NotMeasured("page-validation is not installed")
    import page

    counts = dict.fromkeys(
        ("page-validation", "outloud, errors", "outloud, warnings", "qpdf", "our own checks"), 0
    )
    paths = [bench.path(sample, "pdf") for sample in bench.outputs]
    for result in _json([outloud, "--json", "-", "--quiet", *map(str, paths)])["results"]:
        counts["outloud, errors"] += result["counts"]["error"]
        counts["outloud, warnings"] += result["counts"]["warning"]
    for path in paths:
        for profile in ("ua1", "3a"):
            counts["page-validation"] += len(page.validate_pdf(str(path), profile=profile).failures)
        counts["qpdf"] += (
            subprocess.run([qpdf, "--check", path], capture_output=True, check=False).returncode != 0
        )
        counts["our own checks"] += len(check_file(path.read_bytes()))
    yield from (Row(name, count, Better.LOWER) for name, count in counts.items())


def _json(command: list[str]) -> Any:
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)


def _program(name: str) -> str:
    """Return the path of a program of the environment, or of the system."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else which(name)
    if found is None:
        raise NotMeasured(f"{name} is not installed")
    return found
