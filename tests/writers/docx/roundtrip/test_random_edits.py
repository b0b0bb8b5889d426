"""Random edits of 14 kinds on random sources: no word is lost, and nothing that was edited goes unsaid."""

from __future__ import annotations

from random import Random

import pytest

from tests.writers.docx.roundtrip.judging import judge, publish, take_back
from tests.writers.docx.roundtrip.random_sources import SourceWriter
from tests.writers.docx.roundtrip.word_edits import EDITS, EditedFile

_SOURCES = 6


@pytest.mark.slow
@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("kind", EDITS)
def test_the_patched_source_says_what_word_says_or_a_conflict_names_the_difference(
    kind: str, tracked: bool
) -> None:
    made = 0
    for seed in range(_SOURCES):
        random = Random(f"{kind} {tracked} {seed}")
        source = SourceWriter(random).write()
        before = publish(source)
        file = EditedFile(before, random)
        if EDITS[kind](file, tracked=tracked):
            made += 1
            edited = file.save()
            pulled = take_back(edited, source)
            judgement = judge(before, edited, source, pulled)
            assert judgement.right, (seed, judgement, pulled.patch(source.name), pulled.conflicts)
    assert made


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_several_edits_at_once_are_all_there_or_told(seed: int) -> None:
    random = Random(f"several {seed}")
    source = SourceWriter(random).write()
    before = publish(source)
    file = EditedFile(before, random)
    made = [
        kind for kind in random.sample(list(EDITS), 4) if EDITS[kind](file, tracked=random.random() < 0.5)
    ]
    edited = file.save()
    pulled = take_back(edited, source)
    judgement = judge(before, edited, source, pulled)
    assert made
    assert judgement.right, (made, judgement, pulled.patch(source.name), pulled.conflicts)


@pytest.mark.parametrize("seed", range(6))
def test_an_untouched_file_gives_an_empty_patch(seed: int) -> None:
    source = SourceWriter(Random(seed)).write()
    pulled = take_back(publish(source), source)
    assert (pulled.edits, pulled.conflicts) == ((), ())
