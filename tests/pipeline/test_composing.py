"""What a report is composed of: its title."""

from __future__ import annotations

from typing import Any

import pytest

import pressroom
from pressroom.model.diagnostic import Severity
from pressroom.pipeline import layout
from tests.making import ROOT

LIMIT = 4  # pages, of the template
BODY = "The ferry carried 212,000 people last year, more than ever before, and two more boats are to come."


@pytest.mark.parametrize(
    ("text", "warned"),
    [(f"{BODY}\n\n{BODY}\n", True), (f"Ferries fuller than ever\n\n{BODY}\n", False)],
)
def test_the_name_of_a_file_as_title_is_told(text: str, *, warned: bool) -> None:
    result = pressroom.make(text.encode(), name="a-ferry.txt", formats="html")
    found = [each for each in result.diagnostics if each.rule == "no-title"]
    assert bool(found) == warned
    assert all(each.severity is Severity.WARNING and 'title = "A ferry"' in each.cure for each in found)


@pytest.mark.parametrize(
    ("sample", "long"),
    [
        ("border-brief.txt", False),
        ("council-minutes.txt", False),
        ("roof-memo.txt", False),
        ("heat-plan.md", True),
    ],
)
def test_the_length_of_samples_is_guessed(
    sample: str, *, long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong guess costs a second layout; pictures of the key numbers are no figures in the text."""
    guessed: list[float] = []
    lay_out = layout.lay_out

    def note(*given: Any) -> Any:
        guessed.append(given[3])
        return lay_out(*given)

    monkeypatch.setattr(layout, "lay_out", note)
    pressroom.make((ROOT / "seeds" / sample).read_bytes(), name=sample, formats="html")
    assert (guessed[0] > LIMIT) == long
