"""The structure of the source tree: no circle of imports, packages of a size to look over, unique names."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.import_graph import (
    ROOT,
    SOURCE,
    Graph,
    circles,
    imports,
    inside,
    module_counts,
    modules,
    package_imports,
    tree,
)

MOST_MODULES = 17  # of one package, its __init__.py not counted: what still fits on a screen with its purpose


@pytest.mark.parametrize("graph", [imports, package_imports])
def test_there_is_no_circle(graph: Callable[[], Graph]) -> None:
    found = circles(graph())
    assert found == (), [
        f"{name} imports {target}" for each in found for name, target in inside(graph(), each)
    ]


def test_a_circle_is_found_in_whatever_form_it_is_imported(tmp_path: Path) -> None:
    files = {
        "pressroom/__init__.py": "",
        "pressroom/one/__init__.py": "",
        "pressroom/one/a.py": "def late():\n    from pressroom.one import b\n",
        "pressroom/one/b.py": "import pressroom.one.c\n",
        "pressroom/one/c.py": "if TYPE_CHECKING:\n    from pressroom.one.a import late\n",
        "pressroom/one/d.py": "from pressroom.two.e import something\n",
        "pressroom/two/__init__.py": "",
        "pressroom/two/e.py": "from pressroom.one import a\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert circles(imports(tmp_path)) == (("pressroom.one.a", "pressroom.one.b", "pressroom.one.c"),)
    assert circles(package_imports(tmp_path)) == (("pressroom.one", "pressroom.two"),)


def test_no_package_has_too_many_modules() -> None:
    counts = module_counts()
    too_many = {name: count for name, count in counts.items() if count > MOST_MODULES}
    assert too_many == {}


def test_a_class_name_stands_once() -> None:
    places = defaultdict(list)
    for name, path in modules().items():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


EXEMPTION = re.compile(r"\s*(?:noqa\b|type:\s*ignore\b|pragma:\s*no\b|fmt:\s*(?:skip|off)\b)")
# The codes of an exemption, then its reason: "noqa: S101 - a reason".
SAYS_WHY = re.compile(r"\s*(?:noqa|pragma)\b.*? - \S+.*")


def has_reason(comment: str) -> bool:
    """Tell whether a comment with an exemption says why, after " - " or in a comment beside it."""
    parts = [part for part in comment.split("#") if part.strip()]
    return any(SAYS_WHY.match(part) or not EXEMPTION.match(part) for part in parts)


def exemptions(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the comment of every exemption from a rule in a file."""
    text = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and any(map(EXEMPTION.match, token.string.split("#"))):
            yield token.start[0], token.string


@pytest.mark.parametrize(
    ("comment", "reasoned"),
    [
        ("# noqa: S101", False),
        ("# noqa: S101 - the modules are ours", True),
        ("# type: ignore[index]", False),
        ("# type: ignore[index]  # two parts were just put there", True),
        ("# type: ignore[index]  # noqa: SLF001", False),
        ("# a table # fmt: skip", True),
        ("# fmt: skip", False),
        ("# pragma: no cover - on Windows alone", True),
    ],
)
def test_a_reason_is_told_from_an_exemption(comment: str, reasoned: bool) -> None:
    assert has_reason(comment) == reasoned


def files_of_ours() -> list[Path]:
    return sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))


def test_every_exemption_has_its_reason_in_its_line() -> None:
    bare = Counter(
        str(path.relative_to(ROOT))
        for path in files_of_ours()
        for _, comment in exemptions(path)
        if not has_reason(comment)
    )
    assert bare == {}


def test_the_graph_is_that_of_the_source_tree() -> None:
    assert modules()["pressroom.readers"] == SOURCE / "pressroom/readers/__init__.py"
    assert "pressroom.model.document" in imports()["pressroom.readers"]
    assert "pressroom.model" in package_imports()["pressroom.readers"]
    assert "pressroom.errors" in package_imports()["pressroom.readers"]
