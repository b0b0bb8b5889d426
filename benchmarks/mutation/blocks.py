"""Functions of a module and their blocks: what coverage is recorded for, and where mutations are placed.

A block is a list of statements that run one after another: a function's body, a branch, a loop's body, a
handler. It is named by its function and its number in it, in the order of the source.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

Function = ast.FunctionDef | ast.AsyncFunctionDef
SUITES = ("body", "orelse", "finalbody")


@dataclass(frozen=True, slots=True)
class Block:
    """The statements of a block, and its name in its module: "Class.method#2"."""

    name: str
    statements: list[ast.stmt]


def functions(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Yield the functions and methods of a module with their qualified names, nested ones as parts of the
    outer.
    """
    yield from _functions(tree.body, "")


def _functions(statements: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Function]]:
    for statement in statements:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield prefix + name, statement
            case ast.ClassDef(name=name, body=body):
                yield from _functions(body, f"{prefix}{name}.")
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pass
            case ast.If(body=body, orelse=orelse):
                yield from _functions([*body, *orelse], prefix)
            case _:
                pass


def blocks(name: str, function: Function) -> list[Block]:
    """Return the blocks of a function in the order of the source; the first is its body."""
    return [Block(f"{name}#{index}", suite) for index, suite in enumerate(_suites(function))]


def _suites(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for field in SUITES:
        suite = getattr(node, field, None)
        if isinstance(suite, list) and suite:
            yield suite
            for statement in suite:
                yield from _suites(statement)
    for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        yield from _suites(part)


def function_source(text: str, function: Function) -> str:
    """Return the source of a function with its decorators, without indentation: no move changes it."""
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    lines = text.splitlines()[first - 1 : function.end_lineno]
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] if line[:indent].isspace() else line for line in lines)
