"""The big list of naughty strings in every field of a text, made in every format and read back."""

from __future__ import annotations

import email
import email.policy
import io
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which

from benchmarks.hostile.batch import make
from tests.hostile.naughty import read_strings

FORMATS = ("pdf", "docx", "html", "email")
FIELDS = ("title", "author", "issuer", "kind", "marking", "standfirst")
_BODY = """# {0}

{0}

## {0}

- {0}
- *{0}*

| one | two |
|-----|-----|
| {0} | {0} |

> {0}

Words[^1] and the end.

[^1]: {0}
"""


def write_sources(folder: Path) -> list[str]:
    """Write for each string a text that holds it in its settings and in every kind of block."""
    strings = read_strings()
    for number, string in enumerate(strings):
        quoted = '"' + "".join(_escape(letter) for letter in string) + '"'
        front = "".join(f"{field}: {quoted}\n" for field in FIELDS)
        literal = "".join(f"\\{letter}" if letter in PUNCTUATION else letter for letter in string)
        body = _BODY.format(" ".join(literal.split()) or "nothing")
        (folder / f"n{number:03}.md").write_bytes(
            f"---\n{front}---\n\n{body}".encode("utf-8", "surrogatepass")
        )
    return list(strings)


PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def _escape(letter: str) -> str:
    code = ord(letter)
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() and code < 0x10000 and code >= 0x20 else f"\\U{code:08x}"


def read_back(data: bytes, ending: str) -> str:
    """Return the words of an output. Raises for one that is not valid."""
    return READ[ending](data)


def _read_docx(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        trees = {name: etree.fromstring(package.read(name)) for name in parts}
    words = [trees[name] for name in parts if name.startswith("word/")]
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join("".join(p.itertext(f"{space}t")) for tree in words for p in tree.iter(f"{space}p"))


def _read_html(data: bytes) -> str:
    from lxml import html

    tree = html.document_fromstring(data.decode(), parser=html.HTMLParser(encoding=None))
    for each in tree.xpath("//style|//script|//svg"):
        each.drop_tree()
    return "\n".join(tree.itertext())


def _read_mail(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert not any(part.defects for part in message.walk())
    page = message.get_body(("html",))
    assert page is not None
    return _read_html(page.get_content().encode())


def _read_pdf(data: bytes) -> str:
    import pypdfium2

    if which("qpdf"):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            done = subprocess.run(["qpdf", "--check", file.name], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout[-200:]
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


READ: Mapping[str, Callable[[bytes], str]] = {
    "docx": _read_docx,
    "html": _read_html,
    "eml": _read_mail,
    "pdf": _read_pdf,
}


def normalize(text: str) -> str:
    """Return a text without what layout may change: spaces, invisible characters, forms of letters."""
    shaped = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in shaped if unicodedata.category(letter)[0] not in "ZC")


def is_there(string: str, ending: str, text: str) -> bool:
    """Tell whether an output holds a string. Of a PDF its letters of Latin, in any order of directions."""
    wanted, found = normalize(string), normalize(text)
    if ending != "pdf":
        return wanted in found
    latin = re.compile(r"[A-Za-z0-9]+")
    return all(word in found for word in latin.findall(wanted))


def run(folder: Path) -> tuple[Counter[str], Sequence[str]]:
    """Make all strings in all formats, and count the outputs: valid, with the text the same."""
    strings = write_sources(folder)
    (folder / "report.toml").touch()
    counts, bad = make(folder, FORMATS, "out")
    for number, string in enumerate(strings):
        for ending in READ:
            file = folder / "out" / f"n{number:03}.{ending}"
            if not file.is_file():
                continue
            try:
                text = read_back(file.read_bytes(), ending)
            except Exception as error:
                counts["outputs not valid"] += 1
                bad.append(f"not valid: {file}: {type(error).__name__} {str(error)[:200]}")
                continue
            same = is_there(string, ending, text)
            counts["outputs with the text" if same else "outputs with another text"] += 1
            if not same:
                bad.append(f"another text: {file}: {string!r}")
    return counts, bad
