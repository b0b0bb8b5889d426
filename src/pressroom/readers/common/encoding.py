"""Bytes to text: by byte order mark, as UTF-8, as UTF-16 without a mark, or guessed with a warning."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.readers.common.settings import ReaderSettings

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000  # bytes looked at when guessing; more doesn't change the guess
_CURE = 'save it as UTF-8, or name its encoding in the sidecar: encoding = "cp1252"'


def decode(data: bytes, source: str, settings: ReaderSettings) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of ``data`` and what is to be said of it.

    A byte order mark is taken off; a text whose lines end in a lone carriage return gets line feeds instead.
    Raises PressroomError for bytes that are no text or can't be decoded, UsageError for an unknown encoding.
    """
    if settings.encoding:
        return _ended(_named(data, source, settings.encoding)), ()
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return _mend_twice_encoded(_ended(data[len(mark) :].decode(name)), source)
            except UnicodeDecodeError as error:
                raise _broken(source, name, error) from error
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise _no_text(source, what)
    wide = _utf16(data)
    if wide:
        return _ended(wide), (_guessed(source, "UTF-16 without a byte order mark"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, source)
    _refuse_binary(text, source)
    return _mend_twice_encoded(_ended(text), source)


# what a label means on the web (WHATWG Encoding Standard), where Python takes it at its word
_ON_THE_WEB = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


def decode_labelled(data: bytes, label: str) -> str | None:
    """Return the text of bytes whose source names their encoding, as browsers read them.

    None where the label names no encoding or is plainly wrong: then they are to be looked at like any text.
    """
    try:
        name = codecs.lookup(label).name
        if _ON_THE_WEB.get(name) == "cp1252" and any(byte > 127 for byte in data):
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                return _from_windows(data)
            return None  # no text in Windows-1252 is UTF-8 by accident
        return data.decode(_ON_THE_WEB.get(name, name))
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _from_windows(data: bytes) -> str:
    """Return the text of bytes in Windows-1252; the five that it does not know show nothing."""
    return data.decode("cp1252", "ignore")


def encode_like(data: bytes, before: str, after: str, source: str, settings: ReaderSettings) -> bytes:
    """Return ``after`` as bytes in the way in which ``data`` holds ``before``, the text read from it.

    Encoding, byte order mark and line ends stay what they were. Raises PressroomError where a new letter is
    not in that encoding.
    """
    for mark, name in _ways(data, settings):
        for end in ("\n", "\r"):
            try:
                if mark + before.replace("\n", end).encode(name) != data:
                    continue
            except UnicodeEncodeError:
                continue
            try:
                return mark + after.replace("\n", end).encode(name)
            except UnicodeEncodeError as error:
                raise PressroomError(
                    f"{after[error.start]!r} is not in the encoding of this text, {name}",
                    cure="save it as UTF-8, and try again",
                    rule="not-encodable",
                    where=source,
                ) from error
    raise PressroomError(
        "the encoding of this text cannot be kept", cure=_CURE, rule="not-encodable", where=source
    )


def _ways(data: bytes, settings: ReaderSettings) -> Iterator[tuple[bytes, str]]:
    """Yield byte order marks and encodings that a text may be in, likely ones first."""
    if settings.encoding:
        yield from ((mark, settings.encoding) for mark in (b"", *(mark for mark, _ in _MARKS)))
    yield from ((mark, name) for mark, name in _MARKS if data.startswith(mark))
    yield from ((b"", name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
    yield from ((b"", name) for name in _guesses(data))


def _ended(text: str) -> str:
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def _named(data: bytes, source: str, encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(encoding)
    except LookupError as error:
        raise UsageError(
            f"there is no encoding {encoding!r}",
            cure='use a name such as "utf-8", "cp1252", "iso8859-2" or "utf-16"',
            rule="unknown-encoding",
            where=source,
        ) from error
    except UnicodeDecodeError as error:
        raise _broken(source, name, error) from error
    return text.removeprefix("\ufeff")


def _broken(source: str, name: str, error: UnicodeDecodeError) -> PressroomError:
    return PressroomError(
        f"byte {error.start + 1} is no {name.upper()}",
        cure=_CURE,
        rule="undecodable",
        where=source,
    )


def _no_text(source: str, what: str) -> PressroomError:
    return PressroomError(
        f"this is {what}, not a text",
        cure="give it the right file name ending, or export it as plain text",
        rule="not-a-text",
        where=source,
    )


def _refuse_binary(text: str, source: str) -> None:
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if "\x00" in text or controls * 50 > min(len(text), _SAMPLE):
        raise _no_text(source, "a binary file")


def _utf16(data: bytes) -> str:
    """Return the text of UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:4000]
    if len(data) % 2 or len(sample) < 4:
        return ""
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, name in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if zeros * 10 >= half * 6 and others * 20 <= half:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                return ""
    return ""


def _guessed(source: str, name: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING,
        "encoding-guessed",
        f"this is no UTF-8; it was read as {name}",
        f"look at the letters with accents, {_CURE}",
        where=source,
    )


def _guess(data: bytes, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    _refuse_binary(data.decode("latin-1"), source)
    mended = _mend_utf8(data, source)
    if mended:
        return _ended(mended[0]), (mended[1],)
    for name in _guesses(data):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return _ended(text.removeprefix("\ufeff")), (_guessed(source, name),)
    raise PressroomError(
        "the encoding of this text can't be told", cure=_CURE, rule="undecodable", where=source
    )


def _mend_utf8(data: bytes, source: str) -> tuple[str, Diagnostic] | None:
    """Read UTF-8 with a few bytes of another encoding in it, None where it is no UTF-8 at all."""
    parts: list[str] = []
    odd: list[int] = []
    at = 0
    while at < len(data):
        try:
            parts.append(data[at:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            bad = data[at + error.start : at + error.end]
            parts.append(data[at : at + error.start].decode("utf-8"))
            if error.reason != "unexpected end of data":  # else the file was cut within a letter
                parts.append(_from_windows(bad))
            odd.append(at + error.start)
            at += error.end
        if len(odd) > _MOST_ODD:
            return None
    text = "".join(parts)
    beyond = sum(char > "\x7f" for char in text) - len(odd)
    if beyond < 2 * len(odd) and not beyond >= len(odd) == 1:
        return None
    where = data.count(b"\n", 0, odd[0]) + 1
    count = "one byte is" if len(odd) == 1 else f"{len(odd)} bytes are"
    return text, Diagnostic(
        Severity.WARNING,
        "encoding-mixed",
        f"{count} no UTF-8, the first in line {where}; read as Windows-1252, as all else as UTF-8",
        "look at the letters there, and save the text as UTF-8",
        where=source,
    )


_MOST_ODD = 1000  # bytes
_SECOND = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_SECOND_ON_MAC = re.escape(bytes(range(0x80, 0xC0)).decode("mac_roman"))
# letters of UTF-8 that were read as Windows-1252, as most programs do, or as Mac Roman
_TWICE = re.compile(f"[\u00c2-\u00c5][{_SECOND}]|\u00e2[{_SECOND}]{{2}}")
_TWICE_ON_MAC = re.compile(f"[\u00ac\u221a\u0192\u2248][{_SECOND_ON_MAC}]|\u201a[{_SECOND_ON_MAC}]{{2}}")
# a closing quotation mark whose third byte no code page shows, and programs drop
_CUT_QUOTE = re.compile("\u00e2\u20ac(?=[\\s.,;:!?)\\]]|$)")
# a space that does not break, made one that does
_CUT_SPACE = re.compile(r"(?<=[\w%€$£])Â (?=[\w%€$£])")
# "à", whose second byte is such a space as well; another space stands behind it, or has been drawn into it
_CUT_GRAVE = re.compile(r"\bÃ {1,2}(?=\w)")
_LIKELY = re.compile("[\u00a0-\u017f\u02c6\u02dc\u2010-\u203a\u20ac\u2122\u2190-\u2193\u2212\u2264\u2265]")
_ENOUGH = 2  # letters; one alone may be meant


def _mend_twice_encoded(text: str, source: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Mend letters of UTF-8 that were once read in another encoding: "â€™" for "’", "Ã©" or "√©" for "é"."""
    if text.isascii():
        return text, ()
    for pattern, encoding in ((_TWICE, "cp1252"), (_TWICE_ON_MAC, "mac_roman")):
        letters = {match[0]: _read_again(match[0], encoding) for match in pattern.finditer(text)}
        found = [match for match in pattern.finditer(text) if letters[match[0]]]
        if len(found) < _ENOUGH and not any(len(match[0]) > _ENOUGH for match in found):
            continue
        if all(map(_is_among_signs, found)):
            continue
        mended = text
        for wrong, right in letters.items():
            mended = mended.replace(wrong, right or wrong)
        if encoding == "cp1252":
            mended = _CUT_SPACE.sub("\u00a0", _CUT_QUOTE.sub("”", mended))
            mended = _CUT_GRAVE.sub("à ", mended)
        return mended, (_tell_mended(text, source, found, encoding),)
    return text, ()


def _is_among_signs(match: re.Match[str]) -> bool:
    """Tell whether letters stand between others beyond ASCII, "ç√∫˜", where they may be themselves."""
    text, end = match.string, match.end()
    beside = text[max(0, match.start() - 1) : match.start()], text[end : end + 1]
    return not any(map(str.isascii, beside))


def _tell_mended(text: str, source: str, found: list[re.Match[str]], encoding: str) -> Diagnostic:
    first = found[0]
    count = "a letter was" if len(found) == 1 else f"{len(found)} letters were"
    return Diagnostic(
        Severity.WARNING,
        "letters-mended",
        f"{count} in a wrong encoding and mended: “{first[0]}” in line"
        f" {text.count(chr(10), 0, first.start()) + 1} is now “{_read_again(first[0], encoding)}”",
        "look at the letters with accents and the quotation marks",
        where=source,
    )


def _read_again(letters: str, encoding: str) -> str:
    """Return the letter that others stand for, "" where they stand for themselves."""
    try:
        data = b"".join(bytes([ord(c)]) if "\x80" <= c <= "\x9f" else c.encode(encoding) for c in letters)
        letter = data.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    return letter if _LIKELY.fullmatch(letter) else ""


def _guesses(data: bytes) -> list[str]:
    """Return the encodings that bytes which are no UTF-8 may be in, best first."""
    from charset_normalizer import from_bytes

    western = _western(data)
    best = from_bytes(data[:_SAMPLE]).best()
    names = [best.encoding] if best else []
    if western and (not best or best.encoding in _LOOKALIKES):
        names.insert(0, western)
    return [*names, "cp1252"]


# What a short Western text is often taken for: the same letters, other ones beside them.
_LOOKALIKES = frozenset(
    [
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
        "cp1258",
        "latin_1",
        "iso8859_15",
        "iso8859_2",
        "iso8859_4",
        "iso8859_9",
        "iso8859_10",
        "iso8859_13",
        "iso8859_14",
        "iso8859_16",
        "cp437",
        "cp850",
        "cp858",
        "mac_roman",
        "mac_latin2",
        "mac_iceland",
        "mac_turkish",
        "mac_greek",
        "hp_roman8",
        "cp500",
        "cp037",
        "cp1140",
        "cp1026",
        "cp273",
        "cp775",
        "cp852",
        "cp1256",
        "cp1255",
        "cp1253",
        "cp1125",
        "big5",
        "big5hkscs",
        "cp949",
        "johab",
        "gb18030",
        "gbk",
        "shift_jis",
        "shift_jis_2004",
        "cp932",
    ]
)
# Letters and marks beyond ASCII that make up nearly all of them in English, French, German, Spanish, Italian.
_WESTERN = frozenset("éèàùâêîôûëïüçœÉÈÀÇÊäöüÄÖÜßñáíóúÑ¿¡ò’‘“”–—…€£«»°§·\xa0".encode("cp1252"))


def _western(data: bytes) -> str:
    """Return "cp1252" when the bytes beyond ASCII are those of Western text, else ""."""
    sample = data[:_SAMPLE]
    beyond = [byte for byte in sample if byte > 127]
    fitting = sum(byte in _WESTERN for byte in beyond)
    return "cp1252" if fitting * 20 >= len(beyond) * 19 and len(beyond) * 5 < len(sample) else ""
