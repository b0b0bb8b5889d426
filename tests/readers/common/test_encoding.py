"""Bytes to text: marks, UTF-8, UTF-16, guesses with a warning, refusals with a cure."""

from __future__ import annotations

import codecs

import pytest

from pressroom.errors import PressroomError, UsageError
from pressroom.readers.common.encoding import decode, decode_labelled, encode_like
from pressroom.readers.common.settings import ReaderSettings

ENGLISH = "The café’s “new” menu — it costs £5 or €6 …\r\nSecond line.\n"
FRENCH = (
    "Les élèves étaient à l’école dès la rentrée ; ça leur a plu, bien sûr, et même la fête a été très réussie.\n"  # noqa: E501 - the text as a source has it
    * 3
)
GERMAN = "Die Gäste müssen über die Brücke gehen, um das große Schloß zu sehen; schöne Grüße.\n" * 3
RUSSIAN = "Правительство сообщило, что новые правила вступят в силу в начале следующего года.\n" * 4
PLAIN = ReaderSettings()


def text(data: bytes, settings: ReaderSettings = PLAIN) -> str:
    return decode(data, "brief.txt", settings)[0]


@pytest.mark.parametrize("sample", [ENGLISH, FRENCH, RUSSIAN, "", "plain\n", "日本語のテキスト\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_what_is_marked_or_utf8_is_no_guess(sample: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + sample.encode(encoding), "brief.txt", PLAIN) == (sample, ())


@pytest.mark.parametrize(
    ("sample", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_what_is_guessed_is_right_and_warned_of(sample: str, encoding: str) -> None:
    found, (warning,) = decode(sample.encode(encoding), "brief.txt", PLAIN)
    assert found == sample
    assert warning.rule == "encoding-guessed"
    assert warning.cure
    assert warning.where == "brief.txt"


def test_a_mark_is_taken_off_in_an_encoding_that_is_guessed() -> None:
    chinese = "议会星期二开会,同意了新桥的计划。桥梁将花费一千二百万元,今年秋天开始建设。居民们很高兴。" * 3
    found, (warning,) = decode(("\ufeff" + chinese).encode("gb18030"), "brief.txt", PLAIN)
    assert found == chinese
    assert "gb18030" in warning.message


def test_a_named_encoding_is_taken_without_a_warning() -> None:
    settings = ReaderSettings(encoding="iso8859-2")
    assert decode("Wałęsa był żółty".encode("iso8859-2"), "brief.txt", settings) == ("Wałęsa był żółty", ())


def test_an_unknown_encoding_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no encoding 'utf-9'"):
        text(b"x", ReaderSettings(encoding="utf-9"))


@pytest.mark.parametrize(
    ("data", "settings"),
    [
        (b"abc \xff", ReaderSettings(encoding="utf-8")),
        (codecs.BOM_UTF8 + b"abc \xff\xfe", PLAIN),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", PLAIN),
    ],
)
def test_bytes_that_do_not_fit_are_refused(data: bytes, settings: ReaderSettings) -> None:
    with pytest.raises(PressroomError) as caught:
        text(data, settings)
    assert caught.value.diagnostic.rule == "undecodable"
    assert "encoding =" in caught.value.diagnostic.cure


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04....",
        b"\x89PNG\r\n",
        b"a\x00b\x00\x01\x02\x03",
        bytes(range(32)) * 20,
        b"\x00\x01\x02\x80\x90" * 50,
    ],
)
def test_what_is_no_text_is_refused_with_a_cure(data: bytes) -> None:
    with pytest.raises(PressroomError) as caught:
        text(data)
    assert caught.value.diagnostic.rule == "not-a-text"
    assert caught.value.diagnostic.where == "brief.txt"
    assert caught.value.diagnostic.cure


def test_lone_carriage_returns_end_lines() -> None:
    assert text(b"one\rtwo\r") == "one\ntwo\n"
    assert text(b"one\r\ntwo\r\n") == "one\r\ntwo\r\n"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "cp1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_changed_text_is_written_as_it_was_read(mark, name, end):
    sample = GERMAN.replace("\n", end)
    data = mark + sample.encode(name)
    before = text(data)
    after = before.replace("Brücke", "Straße")
    written = encode_like(data, before, after, "brief.txt", PLAIN)
    assert written == mark + sample.replace("Brücke", "Straße").encode(name)


def test_a_letter_that_the_encoding_has_not_is_refused_with_a_cure():
    data = GERMAN.encode("cp1252")
    with pytest.raises(PressroomError, match="UTF-8") as caught:
        encode_like(data, text(data), text(data) + "→", "brief.txt", PLAIN)
    assert caught.value.diagnostic.rule == "not-encodable"


def test_an_encoding_that_was_named_is_kept():
    settings = ReaderSettings(encoding="iso8859-2")
    data = "zażółć gęślą jaźń\n".encode("iso8859-2")
    before = text(data, settings)
    assert encode_like(data, before, before + "ł", "a.txt", settings) == data + "ł".encode("iso8859-2")


@pytest.mark.parametrize("odd", [b"Z\xfcrich", b"Photo: \xa9 Lund", b"\x80 5", b"cut \xe2\x80"])
def test_one_byte_of_another_encoding_does_not_change_all_others(odd: bytes) -> None:
    data = "The mayor’s “plan” costs £4.2 million – a lot.\n".encode() + odd + b"\n" + "Café.\n".encode()
    found, (warning,) = decode(data, "brief.txt", PLAIN)
    assert found.startswith("The mayor’s “plan” costs £4.2 million – a lot.\n")
    assert found.endswith("\nCafé.\n")
    assert odd.decode("cp1252") in found
    assert warning.rule == "encoding-mixed"
    assert "line 2" in warning.message


def test_a_file_cut_within_a_letter_loses_only_that() -> None:
    data = "Ein kurzer Satz über schöne Brücken für alle".encode() + b"\xe2\x80"
    assert text(data) == "Ein kurzer Satz über schöne Brücken für alle"


@pytest.mark.parametrize("sample", [FRENCH, GERMAN, ENGLISH])
def test_a_western_text_is_not_taken_for_utf8(sample: str) -> None:
    assert decode(sample.encode("cp1252"), "brief.txt", PLAIN)[1][0].rule == "encoding-guessed"


@pytest.mark.parametrize(
    ("label", "data", "words"),
    [
        ("iso-8859-1", b"\x93plan\x94 \x96 \x804", "“plan” – €4"),
        ("us-ascii", b"mayor\x92s", "mayor’s"),
        ("latin1", "£4".encode(), None),
        ("iso-8859-9", b"\xf0\x80", "ğ€"),
        ("gb2312", "€中".encode("gb18030"), "€中"),
        ("windows-1252", b"a\x81b", None),
        ("utf-8", "–".encode(), "–"),
        ("nonsense", b"a", None),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, data: bytes, words: str | None) -> None:
    assert decode_labelled(data, label) == words


@pytest.mark.parametrize(
    "sample", ["The mayor’s “plan” – £4, €5 …", "Die Straße für alle, schöne Grüße", "Été à l’école"]
)
def test_letters_that_were_read_wrongly_once_are_mended_with_a_warning(sample: str) -> None:
    garbled = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in sample.encode())
    found, (warning,) = decode(f"Title\n{garbled}\n".encode(), "brief.txt", PLAIN)
    assert found == f"Title\n{sample}\n"
    assert warning.rule == "letters-mended"
    assert "line 2" in warning.message


@pytest.mark.parametrize("spaces", [" ", "  "])
def test_a_letter_that_lost_its_space_is_mended_beside_others(spaces: str) -> None:
    garbled = f"Un bien Ã{spaces}protÃ©ger dâ€™ici Ã{spaces}2030"
    assert decode(garbled.encode(), "brief.txt", PLAIN)[0] == "Un bien à protéger d’ici à 2030"


@pytest.mark.parametrize(
    "sample", ["Bücher für die Straße – 4 €", "Été à l’école", "Übergröße „groß“", "Eins – zwei"]
)
def test_letters_that_were_read_as_those_of_a_mac_are_mended(sample: str) -> None:
    garbled = sample.encode().decode("mac_roman")
    found, (warning,) = decode(f"Title\n{garbled}\n".encode(), "brief.txt", PLAIN)
    assert found == f"Title\n{sample}\n"
    assert warning.rule == "letters-mended"


@pytest.mark.parametrize(
    "sample",
    [
        "√9 is 3, and √∂ is nothing",
        "ƒ(x) ≈ √2",
        "Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬…æ",
        "¸˛Ç◊ı˜Â¯˘¿ ¸˛Ç◊ı˜Â¯˘¿",
        "‚Äpfel‘ und ‚Öl‘",
        "Le CAFÉ” est fermé",
        "SÃO PAULO, NÃO",
        "Ångström, Århus",
        "One Â° alone",
        FRENCH,
        GERMAN,
    ],
)
def test_letters_that_are_right_stay(sample: str) -> None:
    assert decode(sample.encode(), "brief.txt", PLAIN) == (sample, ())
