"""Files made to do harm, given to every command that opens one: sources, data, templates, assets, state."""

from __future__ import annotations

import os
import random
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path

from benchmarks.hostile.command import LIMIT, Ended, report
from benchmarks.hostile.outboxes import run_outboxes
from tests.hostile.targets import make_word
from tests.readers.packages import SPACES

TEXT = "A text with 25 apples and 300 pears, so that something is read. It cost 4 million pounds.\n"
MORE = 100_000_000  # bytes that the command's own process may take beyond what it takes for an ordinary file
MAKE = ("make", "-f", "html", "-o", "out", "--timeout", f"{LIMIT:.0f}", "--memory", "2000")
READING = (("outline",), ("numbers",), ("figures",), ("check",), MAKE)
Case = tuple[str, Mapping[str, bytes], tuple[tuple[str, ...], ...]]


def make_texts() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of sources."""
    head = "# T\n\n"
    units = {
        "list": "  ",
        "quote": ">",
        "link": "[",
        "bold": "**a ",
        "html": "<div>",
        "cell": "<table><tr><td>",
    }
    for name, unit in units.items():
        for count in (500, 5000):
            yield f"deep-{name}-{count}.md", (head + unit * count + TEXT).encode()
            yield f"deep-{name}-{count}.html", f"<h1>T</h1>{unit * count}{TEXT}".encode()
    for code in (0, 1, 7, 0x1B, 0x9B, 0x202E, 0xD800, 0xFFFE):
        yield f"sign-{code:x}.md", f"{head}{TEXT} &#{code};\n".encode()
        yield f"sign-{code:x}.html", f"<h1>T&#{code};</h1><p>{TEXT}".encode()
        yield f"raw-{code:x}.txt", f"T{chr(code)}\n\n{TEXT * 9}".encode("utf-8", "surrogatepass")
    heaps = {
        "percent": "5% ",
        "colon": "1:",
        "pounds": "£1.5m ",
        "stop": "5%. ",
        "word": "five ",
        "of": "1 of ",
    }
    for name, unit in heaps.items():
        yield f"heap-{name}.txt", f"T\n\n{unit * 3000}\n".encode()
    values = {
        "alias": "&- [1]\nb: [*-, *-]",
        "deep": "[" * 500,
        "number": "9" * 5000,
        "hex": "0x" + "f" * 5000,
        "control": '"\\x01"',
        "bool": "!!bool x",
        "python": "!!python/object/apply:os.system [id]",
        "merge": "{<<: {<<: {a: 1}}}",
    }
    for name, value in values.items():
        yield f"front-{name}.md", f"---\na: {value}\n---\n\n{TEXT}".encode()
    yield "rtf-deep.rtf", b"{\\rtf1 " + b"{" * 5000 + TEXT.encode() + b"}" * 5000
    yield "rtf-bin.rtf", b"{\\rtf1 \\bin999999999 " + TEXT.encode() + b"}"
    yield "words.eml", b"Subject: " + b"\n ".join([b"=?utf-8?q?=41=41?="] * 9000) + b"\n\n" + TEXT.encode()
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(900)
    )
    yield "parts.eml", b"Subject: T\n" + parts + TEXT.encode()
    yield "columns.md", (head + "|" + "a|" * 3000 + "\n|" + "-|" * 3000 + "\n|" + "1|" * 3000 + "\n").encode()
    yield "span.html", f"<h1>T</h1><table><tr><td colspan=100000000 rowspan=100000000>{TEXT}</table>".encode()


def make_containers() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of packages and PDFs that unpack to far more, or are broken."""
    parts = {
        "docx": "word/document.xml",
        "odt": "content.xml",
        "xlsx": "xl/workbook.xml",
        "pptx": "ppt/presentation.xml",
    }
    for ending, part in parts.items():
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(part, b"<a>" + bytes(50_000_000))
        yield f"bomb.{ending}", made.getvalue()
        yield f"torn.{ending}", made.getvalue()[:2000]
        yield f"nothing.{ending}", b"PK\x05\x06" + bytes(18)
    for name, body in {
        "laughs": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>",
        "deep": f"<w:document {SPACES}><w:body>{'<w:sdt><w:sdtContent>' * 3000}",
        "rows": f"<w:document {SPACES}><w:body><w:tbl>{'<w:tr><w:tc/></w:tr>' * 60_000}</w:tbl>"
        "</w:body></w:document>",
        "span": f"<w:document {SPACES}><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999999'/>"
        "</w:tcPr></w:tc></w:tr></w:tbl></w:body></w:document>",
    }.items():
        yield f"{name}.docx", make_word({"word/document.xml": body.encode()})
    packed = zlib.compress(zlib.compress(bytes(100_000_000), 9), 9)
    filters = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>" % len(packed)
    yield "bomb.pdf", b"%PDF-1.7\n4 0 obj\n" + filters + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    yield "torn.pdf", b"%PDF-1.7\n1 0 obj\n<<"
    loop = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    loop += b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\n"
    yield "loop.pdf", loop + b"trailer<</Root 1 0 R>>\n"


def list_commands(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the commands that a source is given to."""
    more: list[tuple[str, ...]] = []
    if name.endswith(".xlsx"):
        more += [("make", "row.txt", "--data", name, "--dry-run")]
        more += [("send", "row.txt", "--to", name, "--from", "a@b.example", "--dry-run")]
    if name.endswith(".pdf"):
        more += [("print", name, "--dry-run")]
        more += [("send", name, "--to", "c@d.example", "--from", "a@b.example", "--dry-run")]
    if name.endswith(".docx"):
        more += [("pull", name)]
    return (*((command, name, *rest) for command, *rest in READING), *more)


def png(width: int, height: int) -> bytes:
    """Return a PNG of one colour, of a few kilobytes whatever its size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + (width + 7) // 8)) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def make_assets() -> Iterator[Case]:
    """Yield pictures that a text names, as what they are and under the names of others."""
    pictures = {
        "large": png(20_000, 20_000),
        "claims": png(1, 1)[:16] + struct.pack(">II", 2**31 - 1, 2**31 - 1) + png(1, 1)[24:],
        "torn": png(900, 900)[:90],
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><g id='a'/>"
        + b"".join(
            b"<g id='b%d'>%s</g>" % (at, b"<use x:href='#b%d'/>" % (at - 1) * 10) for at in range(1, 9)
        )
        + b"<use x:href='#b8'/></svg>",
        "gif": b"GIF89a" + struct.pack("<HH", 65535, 65535) + bytes(30),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(id) system\n",
        "text": TEXT.encode(),
    }
    for kind, data in pictures.items():
        for ending in ("png", "jpg", "svg"):
            name = f"asset-{kind}-{ending}"
            text = f"# T\n\n{TEXT}\n![words](p.{ending})\n".encode()
            yield name, {f"{name}.md": text, f"p.{ending}": data}, ((MAKE[0], f"{name}.md", *MAKE[1:]),)


def make_data() -> Iterator[Case]:
    """Yield tables of rows and lists of people."""
    tables = {
        "wide.csv": b"name," + b"a," * 20_000 + b"\nx" + b",1" * 20_000,
        "long.csv": b"name\n" + b"x" * 3_000_000,
        "quote.csv": b'name\n"' + b"x\n" * 500_000,
        "nul.csv": b"name\nA\x00B\n",
        "formula.csv": b"name,address\n=cmd|'/C calc'!A0,=1+1@x.example\n",
        "esc.csv": b"name\n\x1b]0;x\x07\n",
        "header.csv": b'name,address\nA,a@b.example\\nBcc: c@d.example\n"A\nBcc: x",a@b.example\n',
        "deep.jsonl": b'{"name": ' + b"[" * 50_000 + b"\n",
        "number.jsonl": b'{"name": ' + b"9" * 50_000 + b"}\n",
        "same.jsonl": b'{"name": "a", "name": "b"}\n',
        "surrogate.jsonl": b'{"name": "\\ud800"}\n',
        "utf16.csv": "name\nA\n".encode("utf-16"),
    }
    for file, data in tables.items():
        commands = (
            ("make", "row.txt", "--data", file, "-f", "html", "-o", "out", "--timeout", f"{LIMIT:.0f}"),
            ("make", "row.txt", "--data", file, "--dry-run"),
            ("send", "row.txt", "--to", file, "--from", "a@b.example", "--dry-run"),
        )
        yield file, {file: data}, commands
    fields = (
        "row.name.ljust(999999999)",
        "row.name * 999999999",
        "''.__class__.__mro__",
        "range(999999999)|join",
        "row.name|replace('', 'x' * 99999)",
        "9 ** 9 ** 9",
        "row['__class__']",
        "self.__init__.__globals__",
        "lipsum.__globals__",
        "row.name|attr('__class__')",
        "(" * 3000,
    )
    for number, field in enumerate(fields):
        text = f"T {{{{ {field} }}}}\n\n{TEXT}".encode()
        files = {f"field{number}.txt": text, "rows.csv": b"name\nA\n"}
        yield (
            f"field {field[:20]}",
            files,
            (("make", f"field{number}.txt", "--data", "rows.csv", "-f", "html"),),
        )


def make_settings() -> Iterator[Case]:
    """Yield settings of a project, a sidecar, a brand and a template."""
    texts = {
        "deep": "a = " + "[" * 5000,
        "dotted": "a" + ".a" * 20_000 + " = 1",
        "tables": "".join(f"[k{at}.a.a.a.a.a.a.a.a]\n" for at in range(30_000)),
        "number": "title = " + "9" * 10_000,
        "control": 'title = "\\u0000"',
        "long": "# " + "x" * 2_000_000,
        "latin": 'title = "\xe9"',
        "kinds": "title = [1]\nformats = 5\nlang = {}\n",
        "mail": '[mail]\nfrom = "a@b\\r\\nBcc: c@d"\n',
        "matrix": "[[matrix]]\nlang = [" + '"en", ' * 10_000 + "]\n",
        "figure": "[[figure]]\nmark = 'bar'\n[figure.data]\nvalues = [" + "{a = 1}, " * 20_000 + "]\n",
        "regex": "[[number]]\nmatch = '(a+)+$'\n",
    }
    read = (("outline", "t.txt"), ("numbers", "t.txt"), ("make", "t.txt", *MAKE[1:]))
    for name, text in texts.items():
        data = text.encode("latin-1")
        for file in ("report.toml", "t.toml"):
            yield f"settings {file} {name}", {file: data, "t.txt": f"T\n\n{TEXT}".encode()}, read
        yield f"brand {name}", {"assets/brand.toml": data, "t.txt": f"T\n\n{TEXT}".encode()}, (read[-1],)
        yield (
            f"template {name}",
            {"templates/x/template.toml": data, "t.txt": TEXT.encode()},
            ((*read[-1], "-t", "x"),),
        )
    for name, template in {
        "loop": "{% for a in range(10 ** 9) %}{% endfor %}",
        "self": '{% extends "report.html.j2" %}',
        "open": "{% for",
        "memory": "{{ 'a' * 10 ** 10 }}",
    }.items():
        files = {"templates/y/report.html.j2": template.encode(), "t.txt": f"T\n\n{TEXT}".encode()}
        command = ("make", "t.txt", *MAKE[1:6], "10", "--memory", "1000", "-t", "y")
        yield f"template {name}", files, (command,)


def list_states() -> Mapping[str, Callable[[Path], object]]:
    """Return ways of damaging what is kept of earlier runs, each a function of the folder kept in."""
    chance = random.Random(4)

    def scramble(kept: Path) -> None:
        for file in [path for path in kept.rglob("*") if path.is_file() and path.name != "lock"]:
            file.write_bytes(chance.randbytes(300))

    def forge(kept: Path) -> None:
        for file in kept.glob("*.json"):
            file.write_bytes(file.read_bytes().replace(b"dist", b"../.."))

    def link(name: str, target: str) -> Callable[[Path], None]:
        def make(kept: Path) -> None:
            place = kept / name
            if place.is_dir():
                place.rename(kept.parent / "aside")
            place.unlink(missing_ok=True)
            place.symlink_to(target)

        return make

    def vast(name: str) -> Callable[[Path], None]:
        def make(kept: Path) -> None:
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
            with (kept / name).open("wb") as file:
                file.truncate(3_000_000_000)

        return make

    def fifo(name: str) -> Callable[[Path], None]:
        def make(kept: Path) -> None:
            (kept / name).unlink(missing_ok=True)
            os.mkfifo(kept / name)

        return make

    return {
        "scrambled": scramble,
        "forged": forge,
        "empty": lambda kept: [file.write_bytes(b"") for file in kept.rglob("*.json")],
        "lock is a link": link("lock", "/etc/passwd"),
        "store is a link": link("store", "/etc"),
        "a loop of links": link("loop", "loop"),
        "lock is a pipe": fifo("lock"),
        "a manifest is a pipe": fifo("0123456789abcdef01234567.json"),
        "a journal is a pipe": fifo("placing-1"),
        "a journal is scrambled": lambda kept: (kept / "placing-2").write_bytes(b"\xff" * 99),
        "index is a pipe": lambda kept: [
            (kept / "store/index.sqlite").unlink(),
            os.mkfifo(kept / "store/index.sqlite"),
        ],
        "a folder in a file's place": lambda kept: (kept / "stdin.txt").mkdir(),
        "all closed": lambda kept: kept.chmod(0),
        "a vast manifest": vast("0123456789abcdef01234567.json"),
        "a vast journal": vast("placing-1"),
        "a vast lock": vast("lock"),
        "a vast result": vast(f"store/results/aa/{'a' * 64}"),
        "a vast index": vast("store/index.sqlite"),
        "a journal of others": lambda kept: (kept / "placing-3").write_text(
            "0" * 64 + '\n[["../t.txt", "../../t.txt", ""], ["t.html", "../t.txt", "/etc/passwd"]]'
        ),
        "a thousand journals": lambda kept: [
            (kept / f"placing-{number}").write_bytes(b"x") for number in range(1000)
        ],
    }


def run_states(folder: Path) -> Iterator[tuple[str, Ended]]:
    """Yield what came of commands that look at a folder whose state was damaged."""
    for number, (name, damage) in enumerate(list_states().items()):
        commands = ("make", "t.txt", "-f", "html"), ("make", "--prune", "-f", "html"), ("clean",)
        for at, command in enumerate(commands):
            place = folder / f"state-{number}-{at}"
            place.mkdir()
            (place / "report.toml").touch()
            (place / "t.txt").write_text(f"T\n\n{TEXT}")
            report(place, "make", "t.txt", "-f", "html")
            damage(place / "dist" / ".pressroom")
            yield f"state {name}: {' '.join(command)}", report(place, *command)


def run_files(folder: Path) -> Iterator[tuple[str, Ended]]:
    """Yield what came of each file and command."""
    sources: list[Case] = [
        (name, {name: data}, list_commands(name)) for name, data in (*make_texts(), *make_containers())
    ]
    for number, (name, files, commands) in enumerate(
        (*sources, *make_assets(), *make_data(), *make_settings())
    ):
        place = folder / f"case-{number}"
        place.mkdir()
        (place / "report.toml").touch()
        (place / "row.txt").write_text("T {{ row.name }}\n\n" + TEXT)
        for file, data in files.items():
            (place / file).parent.mkdir(parents=True, exist_ok=True)
            (place / file).write_bytes(data)
        for command in commands:
            yield f"{name}: report {' '.join(command)}", report(place, *command)


def run(folder: Path) -> tuple[Counter[str], Sequence[str]]:
    """Run every command on every file; return how many ended how, and lines for those that ended badly."""
    (folder / "plain.md").write_text(f"# T\n\n{TEXT}")
    plain = {name: report(folder, name, "plain.md", *rest).memory for name, *rest in READING}
    usual = max(plain.values())
    counts: Counter[str] = Counter()
    bad: list[str] = []
    for what, ended in chain(run_files(folder), run_states(folder), run_outboxes(folder)):
        verdict = ended.verdict
        if verdict in ("built", "refused") and ended.memory > usual + MORE:
            verdict = f"takes {(ended.memory - usual) // 1_000_000} MB more"
        counts[verdict if verdict in ("built", "refused") else verdict.split()[0]] += 1
        if verdict not in ("built", "refused"):
            bad.append(f"{verdict}: {what}: {ended.said[-200:]}")
            print(bad[-1], flush=True)
    return counts, bad
