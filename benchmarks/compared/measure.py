# ruff: noqa: E501 - lines of other languages, and sentences
"""What a program uses to print a text, and what is found in what it printed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.compared.texts import Text, list_numbers
from benchmarks.output_checks import validators

# Runs a line of shell, and waits for all that it leaves behind as well, which comes to be a child of this process.
_RUNNER = """
import ctypes, json, os, resource, subprocess, sys, time
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
began = time.perf_counter()
done = subprocess.run(["sh", "-c", sys.argv[1]], stdin=subprocess.DEVNULL, capture_output=True)
seconds = time.perf_counter() - began
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode,
                  done.stderr.decode("utf-8", "replace")[-400:]]))
"""
_HEADINGS = re.compile(r"H[1-6]?")


@dataclass(frozen=True, slots=True)
class Use:
    """Seconds by the clock and of the processor, megabytes of the largest process; ``fault`` says why it failed."""

    seconds: float
    processor: float
    memory: float
    fault: str = ""


@dataclass(slots=True)
class Found:
    """What is in an output: headings that are marked as such, numbers of the text, pages, what validators find."""

    headings: int = 0
    numbers: int = 0
    pages: int = 0
    findings: dict[str, int] = field(default_factory=dict)


def run(command: str, folder: Path, environment: Mapping[str, str], warm: int = 0) -> Use:
    """Run a line of shell; ``warm`` is the number of a process that works for it, whose share is counted."""
    before = _read_processor(warm)
    done = subprocess.run(
        [sys.executable, "-c", _RUNNER, command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, processor, memory, status, said = json.loads(done.stdout)
    if warm:
        _wait_for_children(warm)
        processor += _read_processor(warm) - before
    return Use(
        seconds,
        processor,
        memory,
        said.strip().splitlines()[-1] if status and said.strip() else str(status or ""),
    )


def _read_processor(process: int) -> float:
    """Return the seconds of the processor that a process and those it has waited for have used."""
    if not process:
        return 0.0
    values = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, values[11:15])) / 100


def _wait_for_children(process: int) -> None:
    children = Path(f"/proc/{process}/task/{process}/children")
    while children.read_text().split():
        pass


def look(text: Text, file: Path, *, validate: bool) -> Found:
    """Look into an output."""
    found = Found()
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as archive:
            styles, body = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
        found.headings = _count_word_headings(styles, body)
        words = re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:tab/>", " ", body))
    else:
        found.headings, found.pages = _count_pdf_headings(file)
        command = ["pdftotext", "-layout", str(file), "-"]
        words = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found.numbers = len(list_numbers(words) & text.numbers)
    if validate:
        found.findings = _validate(file)
    return found


def _count_word_headings(styles: str, body: str) -> int:
    levels = {
        ident[1]
        for style in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL)
        if (ident := re.search(r'w:styleId="([^"]+)"', style))
        and re.search(r'<w:outlineLvl w:val="[0-8]"', style)
    }
    return sum(style in levels for style in re.findall(r'<w:pStyle w:val="([^"]+)"', body))


def _count_pdf_headings(file: Path) -> tuple[int, int]:
    """Return how many headings are marked in the structure of a PDF, and how many pages it has."""
    import pikepdf

    with pikepdf.open(file) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return 0, len(pdf.pages)
        roles = {str(name)[1:]: str(role)[1:] for name, role in dict(root.get("/RoleMap", {})).items()}
        count, left = 0, [root]
        while left:
            element = left.pop()
            if isinstance(element, pikepdf.Array):
                left += list(element)
            elif isinstance(element, pikepdf.Dictionary):
                kind = str(element.get("/S", ""))[1:]
                count += bool(_HEADINGS.fullmatch(roles.get(kind, kind)))
                if "/K" in element:
                    left.append(element.K)
        return count, len(pdf.pages)


def _validate(file: Path) -> dict[str, int]:
    if file.suffix == ".docx":
        return {
            "openxml-audit": len(validators.audit([file])[file.name]),
            "docx-integrity": len(validators.check_integrity([file])[file.name]),
        }
    broken = validators.validate_pdfs([file])[file.name]
    heard = validators.listen([file]).get(file.name, [])
    return {
        "PDF/UA-1": sum(each.endswith("(ua1)") for each in broken),
        "PDF/A-3a": sum(each.endswith("(3a)") for each in broken),
        "read aloud": sum(not each.startswith("explained") for each in heard),
    }
