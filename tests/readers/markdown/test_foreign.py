"""Marks of other programs are told with their lines, and words that only look like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.readers.markdown.foreign import RULE
from tests.readers.markdown.reading import parse


def warnings(text: str) -> list[tuple[str, str]]:
    """Return where marks were found in a text, and what is said."""
    return [(each.where, each.message) for each in parse(text).diagnostics if each.rule == RULE]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("As was found [@smith2020].", "a citation is printed as it is written: [@smith2020]"),
        (
            "It rose [see @lee:19; -@kim].",
            "a citation is printed as it is written: [see @lee:19; -@kim]",
        ),
        (r"As in \cite{smith}.", r"a citation is printed as it is written: \cite{smith}"),
        ("See @tbl-wells for more.", "a cross-reference is printed as it is written: @tbl-wells"),
        ("(@fig:map)", "a cross-reference is printed as it is written: @fig:map"),
        ("{{< include more.qmd >}}", "a shortcode is printed as it is written: {{< include more.qmd >}}"),
        ("```mermaid\ngraph TD\n```", "a diagram is printed as it is written: mermaid"),
        ("```{mermaid}\ngraph TD\n```", "a diagram is printed as it is written: mermaid"),
    ],
)
def test_a_mark_is_told_with_its_line(line: str, said: str) -> None:
    assert warnings(f"# Wells\n\nWords.\n\n{line}\n") == [("x.md:5", said)]


def test_others_of_its_kind_are_named_by_their_lines() -> None:
    text = "# Wells\n\n" + "".join(f"Words [@a{number}].\n\n" for number in range(8))
    ((where, said),) = warnings(text)
    assert where == "x.md:3"
    assert said.endswith("[@a0]; others are on line 5, 7, 9, 11, 13, …")


@pytest.mark.parametrize(
    "line",
    [
        "Write to wells@tbl-office.example or anna@example.org.",
        "A [link](https://example.org/@wells) and [a list] of things.",
        "`[@smith]` in code, and a price of 3 @ 4.",
        "```python\n@fig\n```",
        "Follow @wells on the day.",
    ],
)
def test_words_that_look_like_marks_are_not_told(line: str) -> None:
    assert warnings(f"# Wells\n\n{line}\n") == []


@given(st.text("[]@-: ab{}<>%\\\n.;`", max_size=40))
def test_any_text_is_read(text: str) -> None:
    for where, said in warnings(text):
        assert where.startswith("x.md:")
        assert said
