"""What speaks for a paragraph being a heading, or against it: signs by name, weighed in ``weights``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pressroom.readers.pdf.layout.lines import PdfLine, PlacedTable
from pressroom.readers.pdf.paragraphs import PdfPara
from pressroom.readers.pdf.survey import Entry, FileSurvey, Look, fold
from pressroom.readers.pdf.words import (
    count_depth,
    describe_words,
    is_contact,
    is_field,
    is_running,
    is_sentence,
    read_number,
)


def describe(known: FileSurvey, at: int) -> list[str]:
    """Return the signs of a candidate, by its index in the entries."""
    para = known.take(at)
    found = [
        *_describe_look(known, para, known.candidates[at]),
        *describe_words(para.text),
        *_describe_form(para),
        *_describe_number(known, at),
        *_describe_room(known, at),
        *_describe_after(known, at),
        *_describe_before(known, at),
        *_describe_page(known, at),
    ]
    if "underlined" in found and "plain" in found:
        found.remove("plain")
    held = set(found)
    return [*found, *(" & ".join(pair) for pair in _TOGETHER if held.issuperset(pair))]


_TOGETHER = (
    ("largest of the first page", "ahead of all text"),
    ("largest of the first page", "ahead of all text", "words 4"),
    ("ahead of all text", "like a name"),
    ("like a name", "over a contact"),
    ("like a name", "beside a short line"),
    ("like a name", "under the same look"),
    ("capitals", "ends with a colon"),
    ("capitals", "over a field"),
    ("capitals", "another colour"),
    ("ends with a colon", "over a field"),
    ("bold", "over a table"),
    ("another colour", "over a table"),
    ("another colour", "over an item"),
    ("another colour", "over a short line"),
    ("italic", "over an item"),
    ("underlined", "over an item"),
    ("number", "over an item"),
    ("ahead of all text", "over a short line"),
    ("number", "bold"),
    ("number", "capitals"),
    ("number", "italic"),
    ("number", "plain"),
    ("number", "another face"),
    ("number goes on", "ends open"),
    ("number goes on", "above 1.35"),
    ("capitals", "centred"),
    ("bold", "centred"),
    ("bold", "over text"),
    ("bold", "over an item"),
    ("bold", "over a short line"),
    ("bold", "over the same look"),
    ("bold", "above 1.35"),
    ("bold", "ends with a stop"),
    ("bold", "ends with a colon"),
    ("bold", "wide gap"),
    ("bold", "named number"),
    ("italic", "over text"),
    ("another face", "over text"),
    ("another colour", "over text"),
    ("capitals", "over text"),
    ("size 1.12", "over text"),
    ("size 1.12", "over a short line"),
    ("size 1.12", "ends with a stop"),
    ("known heading", "over text"),
    ("known heading", "plain"),
    ("at the margin", "over text", "above 1.6"),
    ("underlined", "bold"),
    ("underlined", "over text"),
)


def _describe_look(known: FileSurvey, para: PdfPara, look: Look) -> list[str]:
    ratio = para.size / max(known.body, 1.0)
    found = [f"size {step}" for step in _LARGER if ratio >= step - 0.001]
    found += [f"size below {step}" for step in _SMALLER if ratio < step]
    other_face = bool(para.face and known.face) and para.face != known.face
    other_ink = para.ink >= 0 and known.ink >= 0 and para.ink != known.ink
    bolder = para.bold and not known.bold
    weight = sum(line.weight * len(line.text) for line in para.lines) / sum(
        len(line.text) for line in para.lines
    )
    for name, holds in (
        ("bold", bolder),
        ("partly bold", not para.bold and weight > 0.3 and not known.bold),
        ("italic", para.italic),
        ("capitals", look[5]),
        ("another face", other_face and not bolder),
        ("another colour", other_ink),
        ("plain", not (bolder or other_face or other_ink or ratio >= 1.04 or look[5] or para.italic)),
        ("look of prose", known.prose.get(look, 0) > 0.5),
        ("look of some prose", 0.1 < known.prose.get(look, 0) <= 0.5),
        ("look of no prose", known.prose.get(look, 0) <= 0.02),
        ("look over nothing", look in known.bare),
        ("look of names", look in known.names),
    ):
        if holds:
            found.append(name)
    count = known.counts[look]
    return [*found, "look once" if count == 1 else f"look {min(count, 4)}" if count < 12 else "look often"]


_LARGER = (1.04, 1.12, 1.25, 1.5, 2.0)
_SMALLER = (0.97, 0.86)


def _describe_form(para: PdfPara) -> list[str]:
    """Describe how the lines stand in their column, and words in the lines."""
    first, last = para.lines[0], para.lines[-1]
    column, size = first.column, first.size
    middle = (first.box.left + first.box.right) / 2
    left, right = first.box.left - column.left, column.right - first.box.right
    found = [f"{min(len(para.lines), 3)} lines"]
    if any(_has_wide_gap(line) for line in para.lines):
        found.append("wide gap")
    if left > size and abs(middle - (column.left + column.right) / 2) < max(0.03 * column.width, 4):
        found.append("centred")
    elif left < 0.5 * size:
        found.append("at the margin")
    elif left > 0.5 * column.width:
        found.append("far right")
    if right < size and len(first.words) >= 6:
        found.append("fills its line")
    if len(para.lines) > 1 and last.column.right - last.box.right < size:
        found.append("fills its last line")
    if para.mark:
        found.append(f"marked {para.mark.kind}")
    tag = para.tag
    if tag:
        found.append(f"tag {tag}" if tag in _TELLING else "tag")
    return found


_TELLING = frozenset(("P", "LBody", "LI", "Lbl", "TD", "TH", "Figure", "Caption", "Link", "Artifact"))


def _has_wide_gap(line: PdfLine) -> bool:
    """Tell whether words of a line stand apart as cells of a table do, behind a number of the section."""
    words = line.words
    start = 1 if read_number(line.text) else 0
    gaps = (
        other.box.left - one.box.right for one, other in zip(words[start:], words[start + 1 :], strict=False)
    )
    return any(gap > _WIDE * line.size for gap in gaps)


_WIDE = 1.6


def _describe_number(known: FileSurvey, at: int) -> list[str]:
    number = known.numbers.get(at)
    if not number:
        return []
    parts = number.split(".")
    head, tail = parts[:-1], parts[-1]
    found = ["number", f"number of {count_depth(number)}"]
    if tail.isdecimal():
        follows = _is_ahead(known, at, [*head, str(int(tail) - 1)]) or (
            tail in ("0", "1") and (not head or _is_ahead(known, at, head))
        )
        found.append("number goes on" if follows else "number from nowhere")
    return found


def _is_ahead(known: FileSurvey, at: int, parts: Sequence[str]) -> bool:
    """Tell whether the number of a section was counted ahead of a place."""
    return known.counted.get(".".join(parts), at) < at


def _describe_room(known: FileSurvey, at: int) -> list[str]:
    """Describe the white above and below, as a part of the type's size."""
    para = known.take(at)
    above = _find_gap(known.entries[at - 1] if at else None, para)
    below = _find_gap(para, known.entries[at + 1] if at + 1 < len(known.entries) else None)
    found = ["top"] if above is None else [f"above {step}" for step in _GAPS if above >= step]
    found += ["bottom"] if below is None else [f"below {step}" for step in _GAPS if below >= step]
    if above is not None and below is not None and above > below + 0.2:
        found.append("more above than below")
    if above is not None and below is not None and below > above + 0.2:
        found.append("more below than above")
    return found


_GAPS = (1.35, 1.6, 2.0, 3.0)  # of the size, between baselines


def _find_gap(one: Entry | None, other: Entry | None) -> float | None:
    """Return the distance of baselines as a part of the lower one's size, None where a column begins."""
    if not isinstance(one, PdfPara) or not isinstance(other, PdfPara):
        return None
    last, first = one.lines[-1], other.lines[0]
    if last.page != first.page or last.region != first.region or first.base <= last.base:
        return None
    return (first.base - last.base) / max(min(first.size, last.size), 1.0)


def _describe_after(known: FileSurvey, at: int) -> list[str]:
    after = known.entries[at + 1] if at + 1 < len(known.entries) else None
    if after is None:
        return ["nothing after"]
    if isinstance(after, PlacedTable):
        return ["over a table"]
    found = []
    if after.mark:
        found.append("over an item")
    if known.candidates.get(at + 1) == known.candidates[at]:
        found.append("over the same look")
    elif is_running(after.text):
        found.append("over text")
        if after.size < known.candidates[at][0] - 0.2:
            found.append("over smaller text")
    elif not after.mark:
        found.append("over a short line")
    if is_contact(after.text):
        found.append("over a contact")
    if is_field(after.text):
        found.append("over a field")
    opening = after.text.lstrip("\"'“‘«(")[:1]
    if opening.islower() and not after.mark:
        found.append("goes on in small letters")
    return found


def _describe_before(known: FileSurvey, at: int) -> list[str]:
    before = known.entries[at - 1] if at else None
    if before is None:
        return ["first of all"]
    if isinstance(before, PlacedTable):
        return ["under a table"]
    if known.candidates.get(at - 1) == known.candidates[at]:
        return ["under the same look"]
    if not is_running(before.text):
        return ["under a short line"]
    return ["under a sentence" if is_sentence(before.text) else "under an open end"]


def _describe_page(known: FileSurvey, at: int) -> list[str]:
    para = known.take(at)
    line = para.lines[0]
    found = ["beside a short line"] if at in known.beside else []
    if line.page not in known.told:
        found.append("page without text" if known.told else "file without text")
    again = known.texts.get(fold(para.text), set())
    if len(again) >= 3:
        found.append("comes again")
    middle = (line.box.left + line.box.right) / 2, (line.box.top + line.box.bottom) / 2
    page = known.pages.get(line.page)
    if page and any(box.holds(*middle) for box in page.pictures):
        found.append("in a picture")
    if known.candidates[at][6]:
        found.append("underlined")
    if line.page == known.first:
        ahead = [entry for entry in known.entries[:at] if isinstance(entry, PdfPara)]
        if not any(is_running(entry.text) for entry in ahead):
            found.append("ahead of all text")
            larger = max((look[0] for other, look in known.candidates.items() if other < at), default=0.0)
            found.append("larger than before" if para.size > larger else "no larger than before")
        largest = max(
            look[0]
            for other, look in known.candidates.items()
            if known.take(other).lines[0].page == known.first
        )
        if para.size >= largest:
            found.append("largest of the first page")
    if known.tagged:
        found.append("not tagged")
    return found


def describe_company(known: FileSurvey, at: int, chances: Mapping[int, float]) -> list[str]:
    """Return what the ``chances`` of other candidates say of one."""
    look = known.candidates[at]
    same = [chances[other] for other, each in known.candidates.items() if each == look]
    mean = sum(same) / len(same)
    found = [f"look of headings {step}" for step in (0.15, 0.3, 0.5, 0.7, 0.9) if mean >= step]
    after, before = chances.get(at + 1, 0.0), chances.get(at - 1, 0.0)
    if after >= 0.5:
        lower = known.candidates[at + 1][0] < look[0] - 0.2
        found.append("over a smaller heading" if lower else "over a heading")
    if before >= 0.5:
        larger = known.candidates[at - 1][0] > look[0] + 0.2
        found.append("under a larger heading" if larger else "under a heading")
    return found
