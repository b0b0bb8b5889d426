"""Numbers in somebody's words who is not named beside them."""

from __future__ import annotations

import pytest

from pressroom import figures, numbers, readers
from pressroom.figures.text.statements import UNNAMED


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ("“We mend roads,” the senator said. “They are old. Some 80 per cent of jobs are near a road.”", 0),
        ("“We mend roads,” the senator said. Some 80 per cent of jobs are near a road.", 1),
        ('The pipe is 12" wide. Some 80 per cent of jobs are near a road.', 1),
        ("„Wir bauen. Gut 80 Prozent der Stellen liegen an einer Straße.“", 0),
        ("The senator said 80 per cent of jobs are near a road.", 1),
    ],
)
def test_what_an_unnamed_speaker_says_has_no_picture(text: str, pictures: int) -> None:
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    lang = "de" if "Wir" in text else "en"
    chosen = figures.choose(of, numbers.find(of, lang=lang), lang=lang)
    shown = len(chosen.drawn) + (len(chosen.panel.glyphs) if chosen.panel else 0)
    assert shown == pictures
    assert pictures or any(refusal.reason == UNNAMED for refusal in chosen.refused)
