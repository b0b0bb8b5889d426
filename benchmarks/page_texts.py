"""Texts to measure pages with: briefings of any length, a long report with tables, charts and notes.

Everything is made of the same few sentences, counted on from the start: the same text each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

_SENTENCES = (
    "The committee met in the old customs house and heard from the districts along the coast.",
    "Repairs to the sea wall were put off twice, because the stone came late and the tides were high.",
    "A second survey is planned for the autumn, and its questions will be the same as those of the first.",
    "Officials say that prices, not volumes, explain most of the change.",
    "What is true of the harbour is seldom true of the villages behind it, where fewer boats land.",
    "The report names no single cause, and it warns against reading a trend into two seasons.",
    "Volunteers kept the register, and the station at the lighthouse checked it each month.",
    "Several speakers asked for a list of the most urgent works, which the council has promised.",
)
_HEADINGS = (
    "What the survey found",
    "Why the works were late",
    "Costs and who bears them",
    "Boats, crews and catches",
    "How the districts answered",
    "What happens next",
    "Open questions",
    "A second survey",
)
_NUMBERS = (
    "Over 1,200 residents answered the survey, at least 300 of them by post.",
    "About 8,000 metres of wall were inspected on 24 days.",
    "Landings rose from 410 to 530 tonnes, the harbour office said.",
    "The works will cost up to £64,000 this year.",
)
LENGTHS = range(160, 1640, 40)  # words: half a page to four pages


def make_briefing(words: int, *, section: int = 130) -> str:
    """Return a plain text of about so many words: a lead, then sections of about ``section`` words."""
    sentences = _count_on()
    parts = ["Harbour works and the people who wait for them"]
    used, headings = 0, count()
    paragraph: list[str] = [_NUMBERS[0]]
    since, numbers = 0, count(1)
    while used < words:
        sentence = next(sentences)
        paragraph.append(sentence)
        used += len(sentence.split())
        since += len(sentence.split())
        if len(paragraph) >= 4 or used >= words:
            parts.append(" ".join(paragraph))
            paragraph = []
            if since >= section and used < words - 30:
                parts.append(_HEADINGS[next(headings) % len(_HEADINGS)])
                since = 0
                number = next(numbers)
                paragraph = [_NUMBERS[number]] if number < len(_NUMBERS) else []
    return "\n\n".join(parts) + "\n"


def make_long_report(*, tables: int = 20, charts: int = 12, notes: int = 40, chapters: int = 10) -> str:
    """Return a Markdown text of about 30 pages with so many tables, charts and notes, evenly spread."""
    sentences = _count_on()
    parts = ["# Harbours of the northern coast", "", " ".join(islice(sentences, 5)), ""]
    left = [_take(tables, chapters), _take(charts, chapters), _take(notes, chapters)]
    numbers = [count(1), count(1), count(1)]
    for chapter in range(chapters):
        parts += [f"## {_HEADINGS[chapter % len(_HEADINGS)]}, part {chapter + 1}", ""]
        here = [share[chapter] for share in left]
        for part in range(3):
            parts += [f"### {_HEADINGS[(chapter + part + 3) % len(_HEADINGS)]}", ""]
            for _ in range(4):
                calls = ""
                if here[2]:
                    here[2] -= 1
                    calls = f"[^{next(numbers[2])}]"
                parts += [" ".join(islice(sentences, 5)) + calls, ""]
            if here[0]:
                here[0] -= 1
                parts += _make_table(next(numbers[0]), chapter)
                if here[1]:
                    here[1] -= 1
                    parts += _make_chart(next(numbers[1]))
    parts += [
        f"[^{note}]: Register of the harbour office, volume {note}, kept by hand."
        for note in range(1, notes + 1)
    ]
    return "\n".join(parts) + "\n"


def make_kinds() -> dict[str, str]:
    """Return short texts of many kinds by file name."""
    sentences = _count_on()
    speech = "\n\n".join(" ".join(islice(sentences, 5)) for _ in range(9))
    answers = "\n\n".join(
        f"Question: What about the {heading.lower()}?\n\nAnswer: {' '.join(islice(sentences, 3))}"
        for heading in _HEADINGS
    )
    many = " ".join(
        f"District {name} counted {number:,} boats and {number // 7} crews."
        for name, number in zip("ABCDEF", (1400, 2100, 2800, 3500, 4200, 4900), strict=True)
    )
    long_headings = "\n\n".join(
        f"{heading} and everything that the council and the harbour office have said of it since\n\n"
        f"{' '.join(islice(sentences, 4))}"
        for heading in _HEADINGS
    )
    german = (
        "Donaudampfschifffahrtsgesellschaft und Hafenverwaltung\n\n"
        "Rund 4.200 Besucher kamen, mindestens 300 mehr als im Vorjahr.\n\n"
        "Verkehrswegeplanungsbeschleunigung\n\n"
        "Die Arbeiten kosten bis zu 64.000 Euro. Der Ausschuss bittet um einen Bericht.\n\n"
        "Rechtsschutzversicherungsgesellschaften\n\nMehr als 120 Verträge wurden geprüft.\n"
    )
    arabic = (
        "تقرير عن أعمال الميناء\n\nقال المكتب إن أكثر من 1200 شخص أجابوا عن الأسئلة في الخريف.\n\n"
        "نتائج المسح\n\n"
        "ستبدأ الأعمال في الربيع، وتكلفتها 64000 جنيه. وطلب المجلس قائمة بالأعمال العاجلة قبل نهاية العام.\n"
    )
    return {
        "paragraph.txt": f"One paragraph\n\n{_NUMBERS[0]} {' '.join(islice(sentences, 4))}\n",
        "speech.txt": f"Speech at the opening of the harbour\n\n{speech}\n",
        "answers.txt": f"Questions and answers on the harbour\n\n{answers}\n",
        "numbers.txt": f"Boats and crews of six districts\n\n{many}\n\n{' '.join(_NUMBERS)}\n",
        "none.txt": f"A text without numbers\n\n{' '.join(islice(sentences, 12))}\n",
        "headings.txt": f"Long headings\n\n{' '.join(islice(sentences, 2))}\n\n{long_headings}\n",
        "german.txt": german,
        "arabic.txt": arabic,
        "long.md": make_long_report(),
    }


def _count_on() -> Iterator[str]:
    return (_SENTENCES[number * 3 % len(_SENTENCES)] for number in count())


def _take(total: int, chapters: int) -> list[int]:
    return [total * (chapter + 1) // chapters - total * chapter // chapters for chapter in range(chapters)]


def _make_table(number: int, chapter: int) -> list[str]:
    years = 4 + number % 5
    head = "| Harbour | " + " | ".join(str(2020 + year) for year in range(years)) + " |"
    rows = [
        f"| {name} | " + " | ".join(str(100 + 17 * (number + year) + 40 * at) for year in range(years)) + " |"
        for at, name in enumerate(("Northport", "Selby Quay", "Old Harbour")[: 2 + chapter % 2])
    ]
    return [
        f"Table: Landings of harbour group {number}, in tonnes",
        "",
        head,
        "|" + "---|" * (years + 1),
        *rows,
        "",
    ]


def _make_chart(number: int) -> list[str]:
    return [
        "```chart",
        'mark = "bar"',
        'x = "Harbour"',
        'y = "2021"',
        f'title = "Landings of harbour group {number}"',
        "```",
        "",
    ]
