"""What docs/architecture.md takes from the code; ``python -m tests.architecture_page`` writes it there.

Between the markers of the page stand the packages with their purpose (the first sentence of their docstring)
and neighbours (from the import graph), and the layers (from pyproject.toml). A function named in full with
parentheses, `pressroom.readers.read()`, gets its signature.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable

from tests.import_graph import ROOT, TOP, modules, package_imports, tree

PAGE = ROOT / "docs" / "architecture.md"
EVERYWHERE = {"errors", "model", "version"}  # what any package may import says nothing of one
COMMAND = "python -m tests.architecture_page"
CALL = re.compile(rf"`({TOP}\.[\w.]+)\([^`]*`")


def layers() -> list[str]:
    """Return the layers of the import contract, top to bottom, as they stand in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    held = next(each for each in contracts if each.get("containers") == [TOP])
    return [str(layer) for layer in held["layers"]]


def purpose(name: str) -> str:
    """Return the first sentence of a module's docstring, without its full stop."""
    text = ast.get_docstring(tree(modules()[name])) or ""
    first = text.partition("\n\n")[0].replace("\n", " ")
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z])", first)[0]
    return re.sub(r"``([^`]+)``", r"`\1`", sentence).rstrip(".").replace("|", "\\|")


def top_level(package: str) -> str:
    """Return the part of the name below the top package: "readers" of "pressroom.readers.text"."""
    return package.split(".")[1] if "." in package else package


def packages() -> str:
    """Return the table of the packages directly in the top package, in the order of the layers."""
    edges = {
        (top_level(package), top_level(target))
        for package, targets in package_imports().items()
        for target in targets
        if TOP not in (package, target)
    }
    names = [name for layer in layers() for name in re.findall(r"\w+", layer) if f"{TOP}.{name}" in modules()]
    rows = [
        (
            f"`{name}`",
            purpose(f"{TOP}.{name}"),
            _listed({to for start, to in edges if start == name and to != name} - EVERYWHERE),
            _listed({start for start, to in edges if to == name and start not in (name, "__main__")})
            if name not in EVERYWHERE
            else "all",
        )
        for name in names
    ]
    return _table(("package", "purpose", "imports", "imported by"), rows)


def subpackages() -> str:
    """Return the table of the packages inside others, with what they import from beside and outside them."""
    graph = package_imports()
    rows = [
        (f"`{name.removeprefix(TOP + '.')}`", purpose(name), _listed(map(_short, graph[name])))
        for name in sorted(graph)
        if name.count(".") > 1
    ]
    return _table(("package", "purpose", "imports"), rows)


def _short(package: str) -> str:
    return package.removeprefix(f"{TOP}.")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(set(names) - EVERYWHERE)) or "–"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def definition(name: str) -> ast.AST | None:
    """Return where the code defines a dotted name: a module, or a name on the top level of one, else None.

    A name that a package imports counts as its own, and leads to where it is defined.
    """
    if name in modules():
        return tree(modules()[name])
    module, _, attribute = name.rpartition(".")
    if module not in modules():
        return None
    for node in ast.walk(tree(modules()[module])):
        match node:
            case ast.ImportFrom(module=str(origin), names=names) if any(
                attribute == (alias.asname or alias.name) for alias in names
            ):
                return definition(f"{origin}.{attribute}") or node
            case _ if node in tree(modules()[module]).body and attribute in _defined(node):
                return node
    return None


def _defined(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def signature(name: str) -> str:
    """Return a function's dotted name with its parameters and result as the code has them."""
    found = definition(name)
    if not isinstance(found, ast.FunctionDef):
        raise LookupError(f"docs/architecture.md names {name}, and there is no such function")
    returns = f" -> {ast.unparse(found.returns)}" if found.returns else ""
    return f"{name}({ast.unparse(found.args)}){returns}"


def written(page: str) -> str:
    """Return the page with its parts from the code put in anew."""
    parts = {
        "packages": packages(),
        "subpackages": subpackages(),
        "layers": "\n".join(f"    {layer}" for layer in layers()),
    }
    for name, text in parts.items():
        marker = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        page = marker.sub(lambda found, text=text: f"{found[1]}\n{text}\n\n{found[2]}", page)
    return CALL.sub(lambda found: f"`{signature(found[1])}`", page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
