"""The mutations that can be made of a function: each one small change of its source.

Left out is what no test can or should notice: docstrings, annotations, decorators, assertions, imports,
``__repr__``, the words of messages, and parameters that change nothing on the machines we run on
(`EQUIVALENT_KEYWORDS`).
"""

from __future__ import annotations

import ast
import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.mutation.blocks import Block, Function, blocks, function_source, functions

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
SKIPPED = (ast.JoinedStr, ast.Assert, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)
# a check that holds anyway, or what this system does by itself
EQUIVALENT_KEYWORDS = frozenset({"strict", "encoding", "check", "slots", "frozen", "daemon", "timeout"})
MARK = "XX"  # ahead of a string that is changed


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the text from ``start`` to ``end`` (offsets in the module's text) becomes ``new``.

    ``id`` is a hash of the function's source and the change, the same wherever the function stands. ``block``
    names the block that has to run for a test to notice; ``function`` is the qualified name.
    """

    path: str
    function: str
    block: str
    line: int
    operator: str
    start: int
    end: int
    old: str
    new: str
    id: str

    def apply(self, text: str) -> str:
        """Return a module's text with the change."""
        return text[: self.start] + self.new + text[self.end :]


@dataclass(frozen=True, slots=True)
class _Site:
    node: ast.expr | ast.stmt | ast.pattern
    operator: str
    new: str


def mutations(path: str, text: str) -> dict[str, list[Mutation]]:
    """Return all mutations of a module by the hash of the function that they change; functions without any
    are left out.
    """
    found = {}
    starts = _line_starts(text)
    for name, function in functions(ast.parse(text)):
        if function.name == "__repr__":
            continue
        source = function_source(text, function)
        made: dict[str, Mutation] = {}
        for block, site in _sites(name, function):
            mutation = _mutation(path, name, text, starts, source, function, block, site)
            if mutation.old != mutation.new:
                made.setdefault(mutation.id, mutation)
        if made:
            found[_hash(source, path, name)] = list(made.values())
    return found


def _mutation(
    path: str,
    name: str,
    text: str,
    starts: list[int],
    source: str,
    function: Function,
    block: Block,
    site: _Site,
) -> Mutation:
    node = site.node
    start = _offset(text, starts, node.lineno, node.col_offset)
    end = _offset(text, starts, node.end_lineno or node.lineno, node.end_col_offset or 0)
    new = site.new if isinstance(node, ast.stmt | ast.pattern) else _enclosed(site.new)
    place = f"{node.lineno - function.lineno}:{node.col_offset - function.col_offset}"
    ident = _hash(source, place, site.operator, new)
    return Mutation(
        path, name, block.name, node.lineno, site.operator, start, end, text[start:end], new, ident
    )


def _enclosed(new: str) -> str:
    simple = new.isidentifier() or (new[:1] in "\"'" and len(new) < 2) or new.isdigit()
    return new if simple else f"({new})"


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _offset(text: str, starts: list[int], line: int, column: int) -> int:
    """Return the offset of a place that the parser gives as a line and a column of bytes."""
    begin = starts[line - 1]
    content = text[begin : starts[line]]
    return begin + len(content.encode()[:column].decode())


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _sites(name: str, function: Function) -> Iterator[tuple[Block, _Site]]:
    every = blocks(name, function)
    inner = {id(statement) for block in every for statement in block.statements}
    if _is_procedure(function):
        first = next((each for each in function.body if not _is_text(each)), None)
        if first is not None and not isinstance(first, ast.Pass | ast.Return | ast.Raise):
            yield every[0], _Site(first, "early return", "return")
    for default in (*function.args.defaults, *filter(None, function.args.kw_defaults)):
        for site in _expression(default):
            yield every[0], site
    for block in every:
        for statement in block.statements:
            if isinstance(statement, SKIPPED):
                continue
            for site in (*_statement(statement), *_walk(statement, inner)):
                yield block, site


def _is_procedure(function: Function) -> bool:
    """Tell whether a function returns nothing and yields nothing, so that an early return removes what it
    does.
    """
    return not any(
        isinstance(node, ast.Yield | ast.YieldFrom | ast.Await)
        or (isinstance(node, ast.Return) and node.value is not None)
        for node in ast.walk(function)
    )


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _statement(statement: ast.stmt) -> Iterator[_Site]:
    """Yield the mutations of a statement as a whole, and of its condition."""
    match statement:
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Delete():
            yield _Site(statement, "removed statement", "pass")
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield _Site(statement, "removed statement", "pass")
        case ast.Continue():
            yield _Site(statement, "continue to break", "break")
        case ast.Break():
            yield _Site(statement, "break to continue", "continue")
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield _Site(statement, "return None", "return None")
        case ast.If(test=test) | ast.While(test=test):
            yield _negated(test)
        case _:
            pass


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _negated(test: ast.expr) -> _Site:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _Site(test, "negated condition", ast.unparse(test.operand))
    return _Site(test, "negated condition", f"not {_enclosed(ast.unparse(test))}")


def _walk(node: ast.AST, inner: set[int]) -> Iterator[_Site]:
    """Yield the mutations of the expressions in a statement, without those of the blocks in it."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_comment"):
            continue
        for part in value if isinstance(value, list) else [value]:
            if not isinstance(part, ast.AST) or id(part) in inner or isinstance(part, SKIPPED):
                continue
            if isinstance(node, ast.Raise) and isinstance(part, ast.Call):
                yield from _raised(part)
            elif isinstance(node, ast.Expr) and isinstance(part, ast.Constant):
                continue  # a docstring, or the dots of a protocol
            elif isinstance(part, ast.expr):
                yield from _expression(part)
            else:
                if isinstance(part, ast.comprehension):
                    yield from map(_negated, part.ifs)
                yield from _walk(part, inner)


def _raised(call: ast.Call) -> Iterator[_Site]:
    """Yield the mutations of what is raised, without its words."""
    for site in _expression(call):
        if not (isinstance(site.node, ast.Constant) and isinstance(site.node.value, str)):
            yield site


def _expression(node: ast.expr) -> Iterator[_Site]:
    if isinstance(node, SKIPPED):
        return
    yield from _changes(node)
    if isinstance(node, ast.Call):
        yield from _arguments(node)
        return
    if isinstance(node, ast.Lambda):
        yield from _expression(node.body)
        return
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.expr):
            yield from _expression(part)
        elif isinstance(part, ast.comprehension):
            yield from map(_negated, part.ifs)
            for inner in (part.target, part.iter, *part.ifs):
                yield from _expression(inner)


def _arguments(call: ast.Call) -> Iterator[_Site]:
    yield from _expression(call.func)
    cast = isinstance(call.func, ast.Name) and call.func.id == "cast"
    for argument in call.args[1:] if cast else call.args:
        yield from _expression(argument)
    for index, keyword in enumerate(call.keywords):
        if keyword.arg is None or keyword.arg not in EQUIVALENT_KEYWORDS:
            yield from _expression(keyword.value)
            if keyword.arg is not None:
                shorter = copy.copy(call)
                shorter.keywords = call.keywords[:index] + call.keywords[index + 1 :]
                yield _Site(call, f"dropped keyword {keyword.arg}", ast.unparse(shorter))


def _changes(node: ast.expr) -> Iterator[_Site]:
    """Yield the mutations of one expression, without those of its parts."""
    match node:
        case ast.Constant(value=value):
            yield from _constant(node, value)
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                changed = copy.copy(node)
                changed.ops = [*ops[:index], COMPARISONS[type(op)](), *ops[index + 1 :]]
                yield _Site(node, "comparison", ast.unparse(changed))
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield _Site(node, "and, or", ast.unparse(ast.BoolOp(other, values)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _Site(node, "not", ast.unparse(operand))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
            yield _Site(node, "arithmetic", ast.unparse(ast.BinOp(left, ARITHMETIC[type(op)](), right)))
        case ast.IfExp(test=test):
            yield _negated(test)
        case _:
            yield from _parts(node)


def _parts(node: ast.expr) -> Iterator[_Site]:
    """Yield the mutations of an expression that leave a part of it out."""
    match node:
        case ast.Subscript(value=value, slice=ast.Slice() as bounds, ctx=context):
            for bound in ("lower", "upper", "step"):
                if getattr(bounds, bound) is not None:
                    fewer = copy.copy(bounds)
                    setattr(fewer, bound, None)
                    new = ast.unparse(ast.Subscript(value, fewer, context))
                    yield _Site(node, f"slice without {bound} bound", new)
        case ast.Dict(keys=keys, values=values):
            for index in range(len(keys)):
                entries = ast.Dict(_without(keys, index), _without(values, index))
                yield _Site(node, "dropped entry", ast.unparse(entries))
        case ast.List(elts=parts, ctx=ast.Load()) | ast.Set(elts=parts) if len(parts) > 1:
            for index in range(len(parts)):
                elements = copy.copy(node)
                elements.elts = _without(parts, index)
                yield _Site(node, "dropped element", ast.unparse(elements))
        case _:
            pass


def _without(parts: list, index: int) -> list:
    return parts[:index] + parts[index + 1 :]


def _constant(node: ast.Constant, value: object) -> Iterator[_Site]:
    match value:
        case bool():
            yield _Site(node, "boolean", repr(not value))
        case int() | float():
            yield _Site(node, "number", repr(value + 1))
        case str() if not _is_message(value):
            yield _Site(node, "string", repr(MARK + value))
        case bytes():
            yield _Site(node, "string", repr(MARK.encode() + value))
        case _:
            pass


def _is_message(text: str) -> bool:
    """Tell whether a string is words for people: letters, and a space inside."""
    return " " in text.strip() and any(letter.isalpha() for letter in text)
