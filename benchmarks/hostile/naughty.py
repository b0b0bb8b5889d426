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
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from benchmarks.hostile.batch import make
from tests.hostile.naughty import read_strings

from pressroom.model.characters import IMPOSSIBLE

FORMATS = ("pdf", "docx", "html", "email")
FIELDS = ("title", "author", "issuer", "kind", "marking", "standfirst")
SECONDS = 900  # of a text: what is made of it is looked at, and not how long a busy machine takes
TOGETHER = 15  # strings in the blocks of one text
_BODY = """## {0}

{0}

- {0}
- *{0}*

| one | two |
|-----|-----|
| {0} | {0} |

> {0}

Words[^{1}] and the end.

[^{1}]: {0}

"""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the strings that each of its outputs must hold."""

    name: str
    data: bytes
    strings: tuple[str, ...]


def make_texts(strings: Sequence[str]) -> Iterator[Text]:
    """Yield texts that hold every string in every field of the settings and in every kind of block.

    The blocks of many strings are one text. Of settings, a text has each once: in the text of a number, its
    string and those that follow it stand in one field each, so that each string comes to stand in every one.
    """
    # a text full of what no output can hold is taken for no text, and a setting with it is refused
    strings = [IMPOSSIBLE.sub("\ufffd", string) for string in strings]
    for start in range(0, len(strings), TOGETHER):
        held = strings[start : start + TOGETHER]
        body = "".join(_BODY.format(_make_literal(string), number) for number, string in enumerate(held))
        yield Text(f"b{start:03}", _encode(f"# Blocks from {start}\n\n{body}"), tuple(held))
    for number in range(len(strings)):
        held = [strings[(number + later) % len(strings)] for later in range(len(FIELDS))]
        yield Text(f"f{number:03}", _encode(_write_settings(held)), tuple(_list_shown(held)))


def _write_settings(held: Sequence[str]) -> str:
    """Return a text with a string in each field."""
    values = dict(zip(FIELDS, held, strict=True))
    values["title"] = _make_literal(values["title"])
    front = "".join(f"{field}: {_quote(value)}\n" for field, value in values.items())
    return f"---\n{front}---\n\nSome words.\n"


def _list_shown(held: Sequence[str]) -> Iterator[str]:
    """Yield the strings as they are shown: of authors, who are parted by commas, each for itself."""
    for field, string in zip(FIELDS, held, strict=True):
        yield from re.split("[;,]", string) if field == "author" else (string,)


def _make_literal(string: str) -> str:
    """Return a string as Markdown that means it as it is."""
    literal = "".join(f"\\{letter}" if letter in PUNCTUATION else letter for letter in string)
    return " ".join(literal.split()) or "nothing"


def _quote(string: str) -> str:
    return '"' + "".join(_escape(letter) for letter in string) + '"'


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


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
    """Tell whether an output holds a string. Of a PDF its letters of Latin, in any order of directions.

    Those are what the fonts here have for certain; a PDF prints an open square for others, and says so.
    """
    found = normalize(text)
    if ending != "pdf":
        return normalize(string) in found
    latin = re.compile(r"[A-Za-z0-9]+")
    return all(word in found for word in latin.findall(string))


def run(folder: Path, most: int = 0) -> tuple[Counter[str], Sequence[str]]:
    """Make all strings in all formats, and count the outputs: valid, with the text of each string the same.

    ``most`` texts are made, taken from all over, 0 for all of them.
    """
    texts = list(make_texts(read_strings()))
    texts = texts[:: max(1, len(texts) // most)] if most else texts
    for text in texts:
        (folder / f"{text.name}.md").write_bytes(text.data)
    (folder / "report.toml").touch()
    counts, bad = make(folder, FORMATS, "out", seconds=SECONDS)
    for text in texts:
        for ending in READ:
            file = folder / "out" / f"{text.name}.{ending}"
            if not file.is_file():
                counts["outputs missing"] += 1
                continue
            try:
                found = read_back(file.read_bytes(), ending)
            except Exception as error:
                counts["outputs not valid"] += 1
                bad.append(f"not valid: {file}: {type(error).__name__} {str(error)[:200]}")
                continue
            counts["outputs"] += 1
            lost = [string for string in text.strings if not is_there(string, ending, found)]
            counts["strings with the text"] += len(text.strings) - len(lost)
            counts["strings with another text"] += len(lost)
            bad += (f"another text: {file}: {string!r}" for string in lost)
    return counts, bad
