"""What the words of a paragraph of a PDF say for a heading or against it."""

from __future__ import annotations

import re

from pressroom.language.scripts import WITHOUT_BLANKS

_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}\.?|\(\d{1,2}\)|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)"
    r"|(?P<close>\d{1,2}\.)(?=[^\W\d])"
)
_SENTENCE = re.compile(r"[.!?。！？][\"”’)\]]*\d{0,2}$")
_RUNNING_WORDS = 8
_RUNNING_LETTERS = 40
_RUNNING_WIDE = 25  # letters of scripts without spaces
_WIDE_SCRIPT = re.compile(f"[{WITHOUT_BLANKS}]")
_NAMED = re.compile(
    r"(?:item|part|chapter|section|annex|appendix|article|title|schedule|exhibit|module|step|theme|box"
    r"|teil|kapitel|abschnitt|anhang|artikel|anlage|titre|chapitre|annexe|capítulo|sección|anexo|artículo|título"
    r"|disposición|parte|capitolo|sezione|allegato|articolo|hoofdstuk|bijlage)\b\.?\s+(?:\d|[IVXA-Z]{1,5}\b)",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:abstract|summary|executive summary|introduction|background|contents|conclusions?|results?|methods?"
    r"|discussion|references|bibliography|acknowledge?ments?|appendix|keywords|notes?|definitions?|signatures?"
    r"|zusammenfassung|einleitung|inhalt|literatur|anhang|fazit|ergebnisse|résumé|introduction|références"
    r"|conclusion|annexes?|ordre du jour|resumen|introducción|conclusiones|referencias|anexos?|sommario"
    r"|introduzione|conclusioni|samenvatting|inleiding|conclusie)\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S+\.\w|\b\w+\.(?:com|org|net|gov|edu|de|uk)\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|mai|juin|juil|août|déc"
    r"|mär|okt|dez|gen|mag|giu|lug|set|ott)\w*\.?"
)
_DATE = re.compile(
    rf"\W*(?:\w+,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}},?|{_MONTH})"
    rf"(?:\s+(?:de\s+)?\d{{4}})?\W*|\W*\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\W*",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}<>;=\\|]|\w\(|::|__")
_FEW_LETTERS = 0.6  # of the signs of a text
_NAME_WORDS = (2, 4)


def read_number(text: str) -> str:
    """Return the number of a section that a text begins with, without its last stop, "" for none."""
    found = _NUMBER.match(text)
    return (found["number"] or found["close"]).strip("().") if found else ""


def strip_number(text: str) -> str:
    """Return a text without the number of its section."""
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text


def count_depth(number: str) -> int:
    """Return how many parts a section's number has, 3 at most."""
    return min(number.count(".") + 1, 3)


def is_capitals(text: str) -> bool:
    """Tell whether all letters of a text are capitals, in a script that has them."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and text.upper() == text and text.lower() != text


def is_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return bool(_SENTENCE.search(text))


def is_running(text: str) -> bool:
    """Tell running text from labels: a sentence, or an item of a list that is nearly one."""
    lettered = sum(word[:1].isalpha() for word in text.split())
    if lettered >= _RUNNING_WORDS and len(text) >= _RUNNING_LETTERS:
        return True
    return len(_WIDE_SCRIPT.findall(text)) >= _RUNNING_WIDE


def is_contact(text: str) -> bool:
    """Tell whether a text says where somebody works or can be reached."""
    return bool(_ADDRESS.search(text) or _OFFICE.search(text))


def is_field(text: str) -> bool:
    """Tell whether a text is a name and its value: "Department: Finance"."""
    return bool(_FIELD.match(text)) and not is_running(text)


_OFFICE = re.compile(
    r"\b(?:universit\w+|institut\w*|department|dept|faculty|college|laborator\w+|school of|correspondent"
    r"|professor|chief executive|director|fakultät|hochschule|faculté|facultad|departamento|tel|phone|fax)\b",
    re.IGNORECASE,
)


def describe_words(text: str) -> list[str]:
    """Return the signs that the words of a text give."""
    rest = strip_number(text)
    words = rest.split()
    wide = len(_WIDE_SCRIPT.findall(text))
    count = len(words) + wide // 4
    found = [f"words {step}" for step in _STEPS if count >= step]
    found.append(_describe_end(text))
    opening = _LETTERED.sub("", rest).lstrip("\"'“‘«([¿¡")[:1]
    if opening.islower():
        found.append("begins small")
    elif opening.isdecimal():
        found.append("begins with a figure")
    letters = sum(map(str.isalpha, text))
    signs = sum(not sign.isspace() for sign in text)
    for name, holds in (
        ("few letters", letters < _FEW_LETTERS * signs),
        ("address", bool(_ADDRESS.search(text))),
        ("date", bool(_DATE.fullmatch(text))),
        ("code", bool(_CODE.search(text))),
        ("named number", bool(_NAMED.match(text))),
        ("known heading", bool(_KNOWN.fullmatch(_join_spaced(rest)))),
        ("like a name", is_like_name(words)),
        ("source", bool(_SOURCE.match(text))),
        ("key and value", bool(_FIELD.match(text))),
    ):
        if holds:
            found.append(name)
    return found


def _join_spaced(text: str) -> str:
    """Return a word whose letters are set apart, "A B S T R A C T", as one."""
    return text.replace(" ", "") if _SPACED.fullmatch(text) else text


_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")
_STEPS = (2, 4, 7, 11, 16)
_LETTERED = re.compile(r"\A\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]+\s+")  # "a)", "1)", "(ii)" ahead of a line
_SOURCE = re.compile(r"(?:sources?|quellen?|fuente|nota|note|remarque|fonte)\s*[:.]\s*\S", re.IGNORECASE)
_FIELD = re.compile(r"[^:]{2,40}:\s+\S")


def _describe_end(text: str) -> str:
    end = text.rstrip("\"'”’»)]")[-1:]
    if end in ".。":
        return "ends with a stop"
    if end in "?？¿!！":
        return "ends with a question"
    if end in ":：":
        return "ends with a colon"
    return "ends in the middle" if end in ",;-–—(/&" else "ends open"


def is_like_name(words: list[str]) -> bool:
    """Tell whether words may be names of people, with initials, or with "and" and commas between several."""
    parts = [part for word in words if word not in _BETWEEN_NAMES and (part := word.rstrip(_MARKS_OF_NAMES))]
    full = sum(len(part) > 1 for part in parts)
    low, high = _NAME_WORDS
    several = len(words) > len(parts) or any("," in word for word in words[:-1])
    if not low <= len(parts) <= (_MOST_NAME_WORDS if several else high) or not full:
        return False
    return all(
        part[0].isupper() and (len(part) == 1 or not part.isupper()) and _NAME.match(part) for part in parts
    )


_BETWEEN_NAMES = frozenset(("and", "&", "und", "et", "y", "e", "en", "de", "von", "van", "der", "del", "di"))
_MARKS_OF_NAMES = ".,;*†‡§¹²³⁴⁵⁶⁷⁸⁹0123456789"
_MOST_NAME_WORDS = 24
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=\w))*\Z")
