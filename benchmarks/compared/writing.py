# ruff: noqa: E501 - sentences of a page
"""docs/comparison.md, from what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from benchmarks.compared.measure import Found, Use
from benchmarks.compared.texts import Text
from benchmarks.compared.tools import Tool

Results = Mapping[Text, Mapping[str, tuple[Use, Found | None]]]
_HEAD = """# Others, side by side

What other programs need for the same texts, and what is in what they make. `python -P benchmarks/peers.py` measures it and writes this page; every figure of it is of
one run, in which all programs took turns: {rounds}, of which the medians stand here. The run of {when} was made on two cores whose load was up to {load:.0f},
{busy}

Others get the headings marked and the charts left out, and "the pictures alone" is a script that draws with matplotlib what Pressroom draws for the text: who wants it in
the output of another program adds its row to that one's. Pressroom gets the text as it was written, finds headings and numbers, and draws. It makes a PDF/UA-1 and
PDF/A-3a in one with tags of its own, reads what it has made, and builds in a process within limits. Who needs none of this has faster programs below, and they are good ones.
"""
_BUSY = """so that seconds by the clock say little, those of the processor are longer than on a quiet machine,
and a row is to be held against the other rows alone."""
CORES = 2
_FOOT = """
## How it is called

- Versions: {versions}.
- **WeasyPrint** is asked for tags and PDF/UA-1 where it runs alone, and is as pandoc calls it else; **LibreOffice** is asked for tags and PDF/UA, and begins with Word that
  pandoc made beforehand; **Typst** and **Chromium** do as they do by themselves. pandoc's own share is within all but LibreOffice, WeasyPrint alone, emboss-pdf and docxtpl.
- **docxtpl** fills a template with a loop over paragraphs, which is what it is for; it reads no Markdown, so that emphasis and tables stay as they were typed.
- **Pressroom, warm** is the same command with `report warm start` ahead of it: [Scale](scale.md#a-process-that-is-warm). Its processor time is that of all processes that worked for it,
  its memory that of the client alone; the warm process has about 200 MB.
- Memory is that of the largest process; Chromium has several.
- "headings" are those marked as such in the structure of the file, for readers of screens and contents; more than the text has are those that a program adds, such as that of the contents and the
  title. "numbers" are the different numbers of the text that are found in the text of the file.
- "PDF/UA" and "PDF/A" are how many rules of PDF/UA-1 and PDF/A-3a page-validation finds broken, "aloud" how many errors and warnings outloud has; of Word, the findings of openxml-audit and
  docx-integrity. They are those that Pressroom is tested with, and were not asked for the long texts.
{missing}"""


def write_page(
    results: Results,
    tools: list[Tool],
    versions: Mapping[str, str],
    missing: list[str],
    rounds: tuple[int, int],
    when: datetime,
    load: float,
    left: list[str],
) -> str:
    """Return the page; ``rounds`` are those of short and of long texts."""
    short, long = rounds
    told_rounds = f"{short} round{'s' if short > 1 else ''}" + (
        f" ({long} with the texts of 100 pages and more)" if long != short else ""
    )
    busy = _BUSY if load > CORES else "and a row is to be held against the other rows."
    parts = [_HEAD.format(rounds=told_rounds, when=f"{when:%d %B %Y}".lstrip("0"), load=load, busy=busy)]
    for text, found in results.items():
        parts.append("\n".join(_write_table(text, found, tools)) + "\n")
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    if left:
        missing = [*missing, f"in this run, the texts {' and '.join(left)}"]
    absent = f"- Not measured: {', '.join(missing)}.\n" if missing else ""
    return "\n".join(parts) + _FOOT.format(versions=told, missing=absent)


def _write_table(
    text: Text, found: Mapping[str, tuple[Use, Found | None]], tools: list[Tool]
) -> Iterator[str]:
    base = found["Pressroom"][0].processor
    yield f"## {text.name[0].upper()}{text.name[1:]}"
    yield ""
    yield f"{text.headings} headings, {len(text.numbers)} different numbers."
    yield ""
    yield "| | processor, s | of Pressroom's | clock, s | memory, MB | pages | headings | numbers | PDF/UA | PDF/A | aloud, or Word |"
    yield "|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for tool in tools:
        use, seen = found[tool.name]
        if use.fault or (seen is None and tool.document):
            yield f"| {tool.name} | failed: {_shorten(use.fault)} | | | | | | | | | |"
            continue
        used = [
            f"{use.processor:.2f}",
            f"{use.processor / base:.2f}",
            f"{use.seconds:.2f}",
            f"{use.memory:,.0f}",
        ]
        if seen is None:
            yield f"| {tool.name} | {' | '.join(used)} | | | | | | |"
            continue
        findings = seen.findings
        columns = [
            *used,
            f"{seen.pages:,}" if seen.pages else "",
            f"{seen.headings:,}",
            f"{seen.numbers:,}",
            _tell(findings, "PDF/UA-1"),
            _tell(findings, "PDF/A-3a"),
            _tell(findings, "read aloud", "openxml-audit", "docx-integrity"),
        ]
        yield f"| {tool.name} | {' | '.join(columns)} |"


def _tell(findings: Mapping[str, int], *names: str) -> str:
    counts = [findings[name] for name in names if name in findings]
    return f"{sum(counts):,}" if counts else ""


def _shorten(fault: str) -> str:
    return fault.replace("|", "/")[:80] or "nothing was made"
