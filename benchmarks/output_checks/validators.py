"""What validators find in PDFs and Word files: page-validation, outloud, openxml-audit, docx-integrity."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.output_checks import made

MARGIN = 62  # points at the foot of a page; the text ends above
_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?=[.,;:…]?(?:\s|$))")
PROFILES = ("ua1", "3a")
Findings = Mapping[str, list[str]]  # what was found, by the name of the file; each begins with its rule


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("validators")
    group.add_argument("--keep", type=Path, help="keep the files that are looked at here")


def measure(asked: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        stems, refused = made.make_outputs(asked, folder, ("pdf", "docx"))
        yield from (f"refused, and not looked at: {name}" for name in refused)
        pdfs = [stem.with_suffix(".pdf") for stem in stems]
        docxs = [stem.with_suffix(".docx") for stem in stems]
        yield f"{len(stems)} PDFs and {len(stems)} Word files"
        for name, (validate, files) in list_validators(pdfs, docxs).items():
            if not _is_there(name):
                yield f"{name}: not installed"
                continue
            yield from _report(name, validate(files))


def list_validators(
    pdfs: list[Path], docxs: list[Path]
) -> Mapping[str, tuple[Callable[[list[Path]], Findings], list[Path]]]:
    return {
        "page-validation": (validate_pdfs, pdfs),
        "outloud": (listen, pdfs),
        "openxml-audit": (audit, docxs),
        "docx-integrity": (check_integrity, docxs),
    }


def _report(name: str, findings: Findings) -> Iterator[str]:
    open_, explained = 0, Counter[str]()
    for file, found in findings.items():
        for one in found:
            if one.startswith(_EXPLAINED):
                explained[one.split()[1]] += 1
            else:
                open_ += 1
                yield f"{name}: {file}: {one}"
    told = ", ".join(f"{rule} {count}" for rule, count in sorted(explained.items()))
    yield f"{name}: {open_} findings" + (f", and {told}, which docs/formats.md explains" if told else "")


_EXPLAINED = "explained "


def is_explained(found: Mapping[str, Any]) -> bool:
    """Tell whether a finding of outloud is one that docs/formats.md explains: by its rule and its place."""
    boxes = found.get("boxes", [])
    match found["rule"]:
        case "ORD-001":
            return True
        case "TAG-002":  # the running foot of a report of one page
            return bool(boxes) and all(box["y1"] < MARGIN for box in boxes)
        case "PAG-001":  # sentences that the text itself repeats
            return bool(boxes) and all(box["y0"] > MARGIN for box in boxes)
        case "FIG-012":  # words with many numbers among them
            return len(_WORD.findall(found.get("evidence", ""))) > 1
        case _:
            return False


def validate_pdfs(files: list[Path]) -> Findings:
    """Find what breaks PDF/UA-1 and PDF/A-3a."""
    import page

    return {
        file.name: [
            f"{failure.rule_id} ({profile})"
            for profile in PROFILES
            for failure in page.validate_pdf(str(file), profile=profile).failures
        ]
        for file in files
    }


def listen(files: list[Path]) -> Findings:
    """Find what somebody who hears a PDF would stumble over: errors and warnings of outloud."""
    command = [_find("outloud"), "--json", "-", "--quiet", *map(str, files)]
    results = json.loads(_run(command))["results"]
    return {
        Path(result["path"]).name: [
            (_EXPLAINED if is_explained(found) else "")
            + f"{found['rule']} {found['severity']}: {found['message']}"
            for found in result["findings"]
            if found["severity"] != "info"
        ]
        for result in results
    }


def audit(files: list[Path]) -> Findings:
    """Find what breaks the schemas of Word."""
    found: dict[str, list[str]] = {}
    for file in files:
        command = [_find("openxml-audit"), "-f", "microsoft365", "-o", "json", str(file)]
        (result,) = json.loads(_run(command))
        found[file.name] = [_describe(error) for error in result["errors"]]
        if result["error_count"] + result["warning_count"] > len(found[file.name]):
            found[file.name].append("more than are listed")
    return found


def _describe(error: Mapping[str, Any]) -> str:
    return " ".join(str(error.get(key, "")) for key in ("id", "part", "description") if error.get(key))


def check_integrity(files: list[Path]) -> Findings:
    """Find what Word would repair or drop."""
    found: dict[str, list[str]] = {}
    for file in files:
        said = _run([_find("docx-integrity"), "check", str(file)])
        counts = re.search(r"(\d+) error\(s\), (\d+) warning\(s\), (\d+) info", said)
        if counts is None:
            raise RuntimeError(f"docx-integrity says nothing that is understood: {said}")
        lines = re.findall(r"^\s*([A-Z]{2,4}\d{3}.*)$", said, re.MULTILINE)
        found[file.name] = lines or ["(unnamed)"] * sum(map(int, counts.groups()))
    return found


def _is_there(name: str) -> bool:
    return find_spec("page") is not None if name == "page-validation" else _look_up(name) is not None


def _look_up(name: str) -> str | None:
    """Return the path of a program of the environment, or of the system."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.is_file() else which(name)


def _find(name: str) -> str:
    found = _look_up(name)
    if found is None:
        raise RuntimeError(f"{name} is not installed")
    return found


def _run(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
