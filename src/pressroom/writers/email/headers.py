"""Header lines of a message, from untrusted words.

No word of a title, a name or a file may end its line, begin another, or be read as an encoded word that it
is not. The standard library's own classes refuse some of that, let some pass, and differ from one patch of
Python to the next; here every line is made of checked characters alone.
"""

from __future__ import annotations

import re
import unicodedata
from email.header import Header

from pressroom.writers.email.envelope import Mailbox

LONGEST_WORDS = 500  # characters of a subject or a name
LONGEST_NAME = 100  # characters of a file's name; file systems take 255 bytes
_PLAIN_WORD = re.compile(r"[\x21-\x7e]{1,60}")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_TOKEN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*")
_FILE_MARKS = re.compile(r'[\\/:*?"<>|;%]')
_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")


def to_one_line(text: str) -> str:
    """Return text as one line without controls, unpaired surrogates and marks that turn the direction."""
    kept = "".join(" " if _unfit(character) else character for character in text)
    return " ".join(kept.split())[:LONGEST_WORDS].strip()


def _unfit(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or "\u202a" <= character <= "\u202e"


def format_words(name: str, text: str) -> str:
    """Return the folded value of a header that holds words, such as Subject."""
    clean = to_one_line(text)
    if "=?" not in clean and all(_PLAIN_WORD.fullmatch(word) for word in clean.split()):
        return Header(clean, "us-ascii", header_name=name).encode(linesep="\r\n")
    return _encode(name, clean)


def format_mailbox(name: str, box: Mailbox) -> str:
    """Return the value of an address header: one mailbox. Its address must have been checked."""
    address = check_token(box.address) if box.address.isascii() else to_one_line(box.address)
    owner = to_one_line(box.name)
    if not owner:
        return address
    if "=?" not in owner and len(owner) <= 60 and owner.isascii():
        shown = owner if _ATOMS.fullmatch(owner) else '"' + re.sub(r'(["\\])', r"\\\1", owner) + '"'
        return f"{shown}\r\n <{address}>" if len(shown) + len(address) > 65 else f"{shown} <{address}>"
    return f"{_encode(name, owner)}\r\n <{address}>"


def check_token(value: str) -> str:
    """Return a value that the program itself made; anything but printable ASCII in it is a defect."""
    if not _TOKEN.fullmatch(value):
        raise ValueError(f"{value!r} is no value of a header")
    return value


def clean_file_name(name: str) -> str:
    """Return a name for an attachment that every system takes and no parser reads anything into."""
    clean = unicodedata.normalize("NFC", _FILE_MARKS.sub("_", to_one_line(name)))
    clean = _WINDOWS.sub(r"\1_", clean.strip(" ."))
    stem, dot, ending = clean.rpartition(".")
    if not dot:
        return clean[:LONGEST_NAME].strip() or "report"
    return f"{stem[: LONGEST_NAME - len(ending) - 1].strip() or 'report'}.{ending}"


def _encode(name: str, text: str) -> str:
    return Header(text, "utf-8", header_name=name).encode(linesep="\r\n")
