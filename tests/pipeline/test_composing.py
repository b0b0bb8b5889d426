"""What a report is composed of: its title."""

from __future__ import annotations

import pytest

import pressroom
from pressroom.model.diagnostic import Severity

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
