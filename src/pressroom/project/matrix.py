"""Which reports are made of a source: templates × languages × audiences × rows of data.

``[[matrix]]`` of report.toml says it, or the command line. What an audience is given is said by
``[audience.NAME]`` in report.toml or in a sidecar: settings as everywhere, ``leave_out`` among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

from pressroom.errors import UsageError
from pressroom.project.settings import Layer, Scope

AXES = ("template", "lang", "audience")
_OWN = (*AXES, "sources", "data", "name")
_LONGEST_NAME = 100  # bytes of a value in a file's name
_NO_NAME = '/\\:*?"<>|\0\n'
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Combination:
    """One combination: its value on each axis, "" where that says nothing."""

    template: str = ""
    lang: str = ""
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The reports of some sources. ``axes`` are the values of template, lang and audience, in that order.

    ``sources`` are patterns of file names, none for all; ``data`` is a table's file, a report a row; ``name``
    is the pattern of the outputs' names; ``settings`` go for all of them; ``where`` is the place in messages,
    ``folder`` that in which relative names of files start.
    """

    axes: tuple[tuple[str, ...], ...] = ((), (), ())
    sources: tuple[str, ...] = ()
    data: str = ""
    name: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)
    where: str = "the command line"
    folder: Path | None = None

    def covers(self, source: Path) -> bool:
        """Tell whether this is about a source."""
        return not self.sources or any(
            fnmatchcase(name, pattern) for name in (source.name, source.stem) for pattern in self.sources
        )

    def cells(self, only: Combination) -> Iterator[Combination]:
        """Yield each combination, the template changing slowest; ``only`` narrows an axis to one value."""
        asked = (only.template, only.lang, only.audience)
        axes = ((one,) if one else axis or ("",) for axis, one in zip(self.axes, asked, strict=True))
        for values in product(*axes):
            yield Combination(*values)

    def layer(self, cell: Combination) -> Layer:
        """Return a cell's settings."""
        own = {"template": cell.template, "lang": cell.lang}
        values = {**self.settings, **{key: value for key, value in own.items() if value}}
        return Layer(values, Scope.MATRIX, self.where, folder=self.folder)

    def stem(self, source: str, cell: Combination, row: Mapping[str, str], key: str) -> str:
        """Return what a cell's outputs are called; ``key`` tells its row from the others, "" without one.

        Raises UsageError when the pattern names what is not there.
        """
        parts = {
            "source": source,
            "template": cell.template,
            "lang": cell.lang,
            "audience": cell.audience,
            "key": key,
        }
        if self.name:
            known = {**row, **parts}
            return _PLACEHOLDER.sub(lambda found: _part(known, found[1], self.where), self.name).strip("-. ")
        template, lang, _ = (len(axis) > 1 for axis in self.axes)
        # what is for one audience never takes the place of what is for all
        shown = (cell.template if template else "", cell.lang if lang else "", cell.audience, key)
        return "-".join(filter(None, (source, *map(make_name_part, shown))))


PLAIN = Matrix()


def check_pattern(name: str, where: str) -> str:
    """Return a pattern of names as it is. Raises UsageError for one that would lead to another folder."""
    if not set(_NO_NAME).isdisjoint(name) or name.startswith((".", "-")):
        raise UsageError(
            f"{name!r} is no name of a file",
            cure="write letters, digits and {…} for what differs, as in {source}-{key}; no folders",
            rule="wrong-name-pattern",
            where=where,
        )
    return name


def _part(known: Mapping[str, str], name: str, where: str) -> str:
    if name not in known:
        near = get_close_matches(name, known, 1)
        raise UsageError(
            f"the pattern of names speaks of {{{name}}}, which is not there",
            cure=f"did you mean {{{near[0]}}}?" if near else f"there are: {', '.join(known)}",
            rule="wrong-name-pattern",
            where=where,
        )
    return known[name] if name == "source" else make_name_part(known[name])


def make_name_part(text: str) -> str:
    """Return a text as part of a file's name: letters, digits, "_" and "." of any script, all else is "-"."""
    plain = re.sub(r"[^\w.]+", "-", unicodedata.normalize("NFC", text)).strip("-.")
    return plain.encode()[:_LONGEST_NAME].decode("utf-8", "ignore").rstrip("-.")


def read_matrices(layer: Layer) -> tuple[Matrix, ...]:
    """Read the [[matrix]] tables of report.toml. Raises UsageError for a wrong one."""
    tables = layer.values.get("matrix", ())
    rows = list(tables) if isinstance(tables, list | tuple) else [tables]
    return tuple(
        _matrix(table, replace(layer, where=where))
        for table, where in zip(rows, layer.places("matrix", len(rows)), strict=True)
    )


def _matrix(table: object, layer: Layer) -> Matrix:
    where = layer.where
    if not isinstance(table, Mapping):
        raise UsageError(
            "matrix is no table",
            cure='write [[matrix]] and lines such as template = ["briefing", "letter"]',
            rule="wrong-matrix",
            where=where,
        )
    return Matrix(
        axes=tuple(_texts(table.get(axis, ()), axis, where) for axis in AXES),
        sources=_texts(table.get("sources", ()), "sources", where),
        data="".join(_texts(table.get("data", ""), "data", where)[:1]),
        name=check_pattern("".join(_texts(table.get("name", ""), "name", where)[:1]), where),
        settings={key: value for key, value in table.items() if key not in _OWN},
        where=where,
        folder=layer.folder,
    )


def _texts(value: object, key: str, where: str) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else value
    if isinstance(values, list | tuple) and all(isinstance(each, str) for each in values):
        return tuple(dict.fromkeys(each.strip() for each in values if each.strip()))
    raise UsageError(
        f"{key} = {value!r} is no text and no list of texts",
        cure=f'write {key} = ["one", "another"]',
        rule="wrong-matrix",
        where=where,
    )


def find_audience_layers(name: str, layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Return what is set for an audience, from the project's and the source's own settings, in their order.

    Raises UsageError for one that nothing is said of.
    """
    if not name:
        return ()
    found = []
    known: dict[str, None] = {}
    for layer in layers:
        tables = layer.values.get("audience", {})
        if not isinstance(tables, Mapping) or not all(isinstance(held, Mapping) for held in tables.values()):
            raise UsageError(
                "audience is no table of tables",
                cure='write [audience.board] and lines such as marking = "RESTRICTED"',
                rule="wrong-audience",
                where=layer.where,
            )
        known |= dict.fromkeys(tables)
        if name in tables:
            scope = Scope.PROJECT_AUDIENCE if layer.scope is Scope.PROJECT else Scope.SIDECAR_AUDIENCE
            where = f"{layer.where} [audience.{name}]"
            found.append(replace(layer, values=tables[name], scope=scope, where=where))
    if not found:
        near = get_close_matches(name, known, 1)
        raise UsageError(
            f"nothing is said of the audience {name!r}",
            cure=f"did you mean {near[0]}?"
            if near
            else f"write [audience.{name}] into report.toml, with what is set or left out for it",
            rule="unknown-audience",
        )
    return tuple(found)
