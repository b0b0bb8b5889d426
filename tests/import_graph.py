"""The import graph of the source tree. ``python -m tests.import_graph`` prints its circles.

Every import counts, also those inside functions and those for type checkers alone. A file is a module; a
package is a folder's ``__init__.py`` with the modules directly in it; a module directly in ``pressroom``
counts as a package of its own.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
TOP = "pressroom"

Graph = Mapping[str, frozenset[str]]


@cache
def modules(source: Path = SOURCE) -> Mapping[str, Path]:
    """Return the file of each module below ``source``, by dotted name."""
    found = {}
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(source: Path = SOURCE) -> Graph:
    """Return the modules that each module imports."""
    known = modules(source)
    found = {}
    for name, path in known.items():
        named = (module for node in ast.walk(tree(path)) for module in _named(node))
        # "from a import b" imports the module a.b where there is one, else something from a
        targets = {next((each for each in choice if each in known), "") for choice in named}
        found[name] = frozenset(targets - {"", name})
    return found


def _named(node: ast.AST) -> Iterable[tuple[str, ...]]:
    match node:
        case ast.Import(names):
            return [(alias.name,) for alias in names]
        case ast.ImportFrom(module=str(module), names=names, level=0):
            return [(f"{module}.{alias.name}", module) for alias in names]
        case _:
            return []


def package_of(module: str, source: Path = SOURCE) -> str:
    """Return the package of a module: its folder's, or itself where it stands directly in the top package."""
    if modules(source)[module].name == "__init__.py":
        return module
    package = module.rpartition(".")[0]
    return module if package == TOP else package


@cache
def package_imports(source: Path = SOURCE) -> Graph:
    """Return the packages that each package imports from."""
    found: dict[str, set[str]] = defaultdict(set)
    for module, targets in imports(source).items():
        package = package_of(module, source)
        found[package] |= {package_of(target, source) for target in targets} - {package}
    return {package: frozenset(targets) for package, targets in sorted(found.items())}


def module_counts(source: Path = SOURCE) -> Mapping[str, int]:
    """Return how many modules each package holds, its ``__init__.py`` not counted."""
    known = modules(source)
    counts = {name: 0 for name, path in known.items() if path.name == "__init__.py"}
    for name, path in known.items():
        if path.name != "__init__.py":
            counts[name.rpartition(".")[0]] += 1
    return counts


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the groups in which each member imports each other one, directly or by way of others.

    They are the strongly connected components with more than one member, each sorted (Tarjan's algorithm).
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for target in sorted(graph.get(node, ())):
            if target not in index:
                visit(target)
                low[node] = min(low[node], low[target])
            elif target in stack:
                low[node] = min(low[node], index[target])
        if low[node] == index[node]:
            group = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(group) > 1:
                found.append(tuple(sorted(group)))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return tuple(sorted(found))


def inside(graph: Graph, circle: Iterable[str]) -> list[tuple[str, str]]:
    """Return the imports inside a circle, as (importing, imported)."""
    members = set(circle)
    return [(name, target) for name in sorted(members) for target in sorted(graph[name] & members)]


def main() -> int:
    """Print every circle with the imports that close it, and the largest package; return 1 for a circle."""
    status = 0
    for what, graph in (("files", imports()), ("packages", package_imports())):
        found = circles(graph)
        for circle in found:
            status = 1
            print(f"circle of {what}:")
            print(*(f"  {name} → {target}" for name, target in inside(graph, circle)), sep="\n")
        if not found:
            print(f"no circle of {what}")
    largest, count = max(module_counts().items(), key=lambda entry: entry[1])
    print(f"largest package: {largest}, {count} modules")
    return status


if __name__ == "__main__":
    sys.exit(main())
