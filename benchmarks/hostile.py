"""Hostile files given to every command that opens one: what came of it, counted.

    .venv/bin/python -m benchmarks.hostile [--only WORD]

The bar: no traceback, no fault of the program, nothing beyond its limits. The files are made here.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TEXT = "A text with 25 apples and 300 pears, so that something is read. It cost 4 million pounds.\n"
READING = (
    ["outline"],
    ["numbers"],
    ["figures"],
    ["check"],
    ["make", "-f", "html", "-o", "out", "--timeout", "30"],
)
SECONDS = 125  # until a command counts as hanging; the limit of make is 120


def make_texts() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of sources."""
    head = "# T\n\n"
    deep = {
        "list": "  ",
        "quote": ">",
        "link": "[",
        "bold": "**a ",
        "html": "<div>",
        "cell": "<table><tr><td>",
    }
    for name, unit in deep.items():
        for count in (50, 500, 5000):
            yield f"deep-{name}-{count}.md", (head + unit * count + TEXT).encode()
            yield f"deep-{name}-{count}.html", f"<h1>T</h1>{unit * count}{TEXT}".encode()
    for code in (0, 1, 7, 0x1B, 0x9B, 0x202E, 0xD800, 0xFFFE):
        yield f"sign-{code:x}.md", f"{head}{TEXT} &#{code};\n".encode()
        yield f"sign-{code:x}.html", f"<h1>T&#{code};</h1><p>{TEXT}".encode()
        yield f"raw-{code:x}.txt", f"T{chr(code)}\n\n{TEXT * 9}".encode("utf-8", "surrogatepass")
    for name, unit in {
        "percent": "5% ",
        "colon": "1:",
        "pounds": "£1.5m ",
        "stop": "5%. ",
        "word": "five ",
    }.items():
        yield f"heap-{name}.txt", f"T\n\n{unit * 3000}\n".encode()
    for name, value in {
        "alias": "&- [1]\nb: [*-, *-]",
        "deep": "[" * 500,
        "number": "9" * 5000,
        "hex": "0x" + "f" * 5000,
        "control": '"\\x01"',
        "bool": "!!bool x",
    }.items():
        yield f"front-{name}.md", f"---\na: {value}\n---\n\n{TEXT}".encode()
    yield "rtf-deep.rtf", b"{\\rtf1 " + b"{" * 5000 + TEXT.encode() + b"}" * 5000
    yield "words.eml", b"Subject: " + b"\n ".join([b"=?utf-8?q?=41=41?="] * 9000) + b"\n\n" + TEXT.encode()


def make_containers() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of packages and PDFs that unpack to far more."""
    folder = Path(tempfile.mkdtemp())
    for ending, part in {
        "docx": "word/document.xml",
        "odt": "content.xml",
        "xlsx": "xl/workbook.xml",
    }.items():
        file = folder / f"bomb.{ending}"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(part, b"<a>" + bytes(50_000_000))
        yield file.name, file.read_bytes()
        yield f"torn.{ending}", file.read_bytes()[:2000]
    packed = zlib.compress(zlib.compress(bytes(100_000_000), 9), 9)
    filters = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(packed)
    yield "bomb.pdf", b"%PDF-1.7\n4 0 obj\n" + filters + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    yield "torn.pdf", b"%PDF-1.7\n1 0 obj\n<<"


def list_commands(name: str) -> Iterator[list[str]]:
    """Yield the commands that a file is given to."""
    if name.endswith(".xlsx"):
        yield ["make", "row.txt", "--data", name, "--dry-run"]
        yield ["send", "row.txt", "--to", name, "--from", "a@b.example", "--dry-run"]
    elif name.endswith(".pdf"):
        yield ["check", name]
        yield ["print", name, "--dry-run"]
        yield ["send", name, "--to", "c@d.example", "--from", "a@b.example", "--dry-run"]
    else:
        yield from ([command, name, *rest] for command, *rest in READING)
        if name.endswith(".docx"):
            yield ["pull", name]


def judge(arguments: list[str], folder: Path) -> str:
    """Run a command and say what came of it."""
    command = [sys.executable, "-m", "pressroom", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    if "Traceback" in said:
        return "traceback"
    if "fault of Pressroom" in said or "did not end well" in said or done.returncode not in (0, 1, 2, 3):
        return "fault"
    if any(not line.isprintable() for line in said.replace("\t", " ").splitlines()):
        return "steers the terminal"
    return "built" if done.returncode == 0 else "refused"


def main() -> None:
    """Make the files, give each to its commands, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="files whose name holds this")
    only = parser.parse_args().only
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "report.toml").touch()
        (folder / "row.txt").write_text("T {{ row.name }}\n\n" + TEXT)
        for name, data in (*make_texts(), *make_containers()):
            if only not in name:
                continue
            (folder / name).write_bytes(data)
            for arguments in list_commands(name):
                verdict = judge(arguments, folder)
                counts[verdict] += 1
                if verdict not in ("built", "refused"):
                    print(f"{verdict}: report {' '.join(arguments)}", flush=True)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
    print(f"{counts.total()} cases: {', '.join(f'{count} {what}' for what, count in sorted(counts.items()))}")
    print(f"largest process: {largest} MB (a worker's limit is 2,000)")


if __name__ == "__main__":
    main()
