"""A copy of the sources that records which blocks run."""

from __future__ import annotations

import ast
from pathlib import Path

from benchmarks.mutation.blocks import blocks, functions

RECORDER = "_reached.py"  # in the package, beside its modules; only in the copy

# Each process writes a block's number once, at once: a process may be killed, and none has to be told where
# to write.
_RECORDER_TEXT = '''"""Records which blocks of the package run."""
import os

seen: set[int] = set()
_fd = os.open({path!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)


def hit(block: int) -> None:
    """Record that a block runs."""
    global _fd
    seen.add(block)
    try:
        os.write(_fd, b"%d\\n" % block)
    except OSError:  # a process closed what it had inherited
        _fd = os.open({path!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(_fd, b"%d\\n" % block)
'''


def instrument(source: Path, hits: Path) -> list[str]:
    """Rewrite the modules below ``source`` (src/ of a copy) so that they record their blocks in the file
    ``hits``.

    Returns the blocks' names by number: "src/pressroom/module.py::function#0".
    """
    names: list[str] = []
    for path in sorted((source / "pressroom").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        relative = path.relative_to(source.parent).as_posix()
        path.write_text(_instrumented(text, relative, names), encoding="utf-8")
    (source / "pressroom" / RECORDER).write_text(_RECORDER_TEXT.format(path=str(hits)), encoding="utf-8")
    return names


def _instrumented(text: str, path: str, names: list[str]) -> str:
    tree = ast.parse(text)
    every = [block for name, function in functions(tree) for block in blocks(name, function)]
    if not every:
        return text
    for block in every:
        record = ast.parse(f"{len(names)} in _reached_seen or _reached_hit({len(names)})").body
        names.append(f"{path}::{block.name}")
        first = 1 if _is_docstring(block.statements[0]) else 0
        block.statements[first:first] = record
    head = next((place for place, statement in enumerate(tree.body) if not _must_be_first(statement)), 0)
    imported = "from pressroom._reached import hit as _reached_hit, seen as _reached_seen"
    tree.body[head:head] = ast.parse(imported).body
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _must_be_first(statement: ast.stmt) -> bool:
    future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
    return future or _is_docstring(statement)
