"""Code between fences, and code that is set in."""

from __future__ import annotations

import pytest

from pressroom.model.document import CodeBlock, Paragraph
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_code_ends_with_its_fence() -> None:
    _, code, behind = read(f"{BODY}\n\n```py of ours\nx = 1\n\n  y = 2\n```\n\n{BODY}\n").blocks
    assert isinstance(code, CodeBlock)
    assert (code.text, code.language, code.info) == ("x = 1\n\n  y = 2", "py", "of ours")
    assert isinstance(behind, Paragraph)


@pytest.mark.parametrize("behind", ["", "\n", f"\n\n{BODY}\n", "\n— by the clerk\n"])
def test_lines_set_in_are_code_whatever_stands_behind_them(behind: str) -> None:
    _, code, *_ = read(f"{BODY}\n\n    x = call(1)\n    y = call(2){behind}").blocks
    assert isinstance(code, CodeBlock)
    assert code.text == "x = call(1)\ny = call(2)"


def test_code_between_single_backticks_on_lines_of_their_own() -> None:
    document = read(f"Of files\n\n{BODY}\n\n`md\n\nNAME\n\nLink: https://example.org\n\n`\n\n{BODY}\n")
    (code,) = [block for block in document.blocks if isinstance(block, CodeBlock)]
    assert (code.language, code.text.strip()) == ("md", "NAME\n\nLink: https://example.org")
    assert outline(document) == ["= Of files"]
