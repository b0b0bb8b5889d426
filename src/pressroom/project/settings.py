"""The settings of a report: merged from layers, validated, and traced to the layer that set them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import IntEnum
from pathlib import Path
from typing import Any

from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.files import explain_refusal
from pressroom.project.setting_values import READ, read_rows
from pressroom.storage import is_address

MOST_SUGGESTIONS = 3  # names like an unknown one


class Scope(IntEnum):
    """Where a layer of settings is written, in rising order: a later one overrides an earlier one."""

    PROJECT = 0  # report.toml
    SIDECAR = 1  # the TOML file beside a source
    FRONT_MATTER = 2
    PROJECT_AUDIENCE = 3  # [audience.NAME] of report.toml
    SIDECAR_AUDIENCE = 4
    MATRIX = 5
    COMMAND_LINE = 6

    @property
    def in_document(self) -> bool:
        """Whether the author of the source writes it, who need not be the owner of the project."""
        return self in DOCUMENT


DOCUMENT = frozenset({Scope.SIDECAR, Scope.FRONT_MATTER, Scope.SIDECAR_AUDIENCE})
OPERATOR = frozenset(Scope) - DOCUMENT  # who answers for what is read, sent and by which server
BESIDE = frozenset({Scope.SIDECAR})  # a record of one text, kept in the file beside it alone
ASKED = frozenset({Scope.COMMAND_LINE})  # a secret that no file keeps
ANYWHERE = frozenset(Scope)

# Which scopes may set what. "mail.subject" is a key of the table [mail], and "mail" is for those of its keys
# that are not named; a setting that is not named at all may stand anywhere.
MAY_SET: Mapping[str, frozenset[Scope]] = {
    "confirmed": BESIDE,
    "password": ASKED,
    "smtp": OPERATOR,
    "mail": OPERATOR,
    "mail.subject": ANYWHERE,
    "mail.preheader": ANYWHERE,
    "mail.note": ANYWHERE,
    "mail.attach": ANYWHERE,
    "mail.link": ANYWHERE,
    "mail.embargo": ANYWHERE,
}


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place; ``where`` names it in messages ("report.toml", "brief.md:1").

    ``table_lines`` are for "figure" and the like the lines on which the tables [[figure]] begin, where known.
    ``folder`` is where relative names of files start; those in a document may not lead out of it. ``text`` is
    that of the file, where it is known.
    """

    values: Mapping[str, object]
    scope: Scope
    where: str
    table_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    folder: Path | None = None
    text: str = field(default="", repr=False)

    def locate(self, key: str, value: object) -> str:
        """Return file and line of a setting; ``where`` when its line is not found."""
        name = re.compile(rf"""[ \t>]*["']?{re.escape(key)}["']?[ \t]*[:=]""", re.IGNORECASE)
        for number, line in enumerate(self.text.splitlines(), start=1):
            found = name.match(line)
            if found and str(value) in line[found.end() :]:
                return f"{self.where.removesuffix(':1')}:{number}"
        return self.where

    def places(self, table: str, count: int) -> tuple[str, ...]:
        """Return the places of ``count`` tables of one name, with lines where these are known."""
        lines = self.table_lines.get(table, ())
        return (
            tuple(f"{self.where}:{line}" for line in lines) if len(lines) == count else (self.where,) * count
        )


def make_option_layer(values: Mapping[str, object]) -> Layer:
    """Return the layer of the command line's options."""
    return Layer(values, Scope.COMMAND_LINE, "the command line")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one report, all layers merged. Empty means: not set, document or template decide.

    ``layers`` are those merged, as they were read, in rising order; ``set_by`` holds for each setting that
    is set the layer that its value comes from. The tables of ``figures``, ``numbers`` and ``confirmations``
    add up over all layers, each with its place; those of ``options``, ``mail`` and ``smtp`` with their layer.
    """

    template: str = ""
    brand: str = ""
    formats: tuple[str, ...] = ()
    paper: str = "A4"
    lang: str = ""
    title: str = ""
    standfirst: str = ""
    author: tuple[str, ...] = ()
    date: str = ""
    issuer: str = ""
    kind: str = ""
    embargo: str = ""
    notes_to_editors: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    at_a_glance: tuple[str, ...] = ()
    picture: str = ""
    marking: str = ""
    watermark: str = ""
    sides: str = ""
    chapters: str = ""
    for_print: bool = False
    password: str = field(default="", repr=False)
    sheets: tuple[str, ...] = ()
    sheet_size: str = ""
    marks: bool = False
    cover_apart: bool = False
    press_profile: Path | None = None
    contents: str = ""
    lists: str = ""
    encoding: str = ""
    markup: str = ""
    reference: Path | None = None
    native_charts: bool = False
    embed_fonts: bool | None = None  # None: where page numbers are shown
    update_fields: bool = False
    endnotes: bool = False
    word_pages: str = "auto"
    headings: tuple[str | int, ...] = ()
    not_headings: tuple[str | int, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    leave_out: tuple[str | int, ...] = ()
    figures: tuple[tuple[Mapping[str, object], str], ...] = ()
    numbers: tuple[tuple[Mapping[str, object], str], ...] = ()
    confirmations: tuple[tuple[Mapping[str, object], str], ...] = ()
    options: tuple[tuple[Mapping[str, object], Layer], ...] = ()
    mail: tuple[tuple[Mapping[str, object], Layer], ...] = ()
    smtp: tuple[tuple[Mapping[str, object], Layer], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    layers: tuple[Layer, ...] = ()
    set_by: Mapping[str, Layer] = field(default_factory=dict)


Values = Mapping[str, object]


def merge(layers: Iterable[Layer], fill: Callable[[Values], Values] = lambda values: values) -> Settings:
    """Merge layers by their scope, the last one wins; figures, numbers and tables of mail and smtp add up.

    ``fill`` is applied to each layer's values before they are read. An unknown key is a warning in
    ``Settings.diagnostics``. Raises UsageError for a value of the wrong form and for what a layer may not set
    (MAY_SET, and files outside of a document's folder), with its place and cure.
    """
    rising = tuple(sorted(layers, key=lambda layer: layer.scope))
    values: dict[str, Any] = {}
    set_by: dict[str, Layer] = {}
    unknown: list[Diagnostic] = []
    for layer in rising:
        for key, value in fill(layer.values).items():
            name = ALIASES.get(key, key)
            if name in TABLES:
                values[TABLES[name]] = (*values.get(TABLES[name], ()), *_tables(name, key, value, layer))
            elif name in READ:
                _require_permission(layer, name, shown=key)
                found = READ[name](value, key, layer.where)
                values[name] = _file(key, str(found), layer) if name in FILES else found
                set_by[name] = layer
            elif key not in OF_THE_RUN:
                unknown.append(_unknown(key, layer.where))
    return Settings(**values, diagnostics=tuple(unknown), layers=rising, set_by=set_by)


def find_language(layers: Iterable[Layer]) -> str:
    """Return the language that layers set, "" for none, whatever else they hold; it is not validated."""
    rising = sorted(layers, key=lambda layer: layer.scope)
    set_to = [
        value for layer in rising for key, value in layer.values.items() if ALIASES.get(key, key) == "lang"
    ]
    return str(set_to[-1]) if set_to else ""


def _tables(name: str, key: str, value: object, layer: Layer) -> Iterable[tuple[Values, Layer | str]]:
    rows = read_rows(value, key, layer.where)
    for given in (given for row in rows for given in row):
        _require_permission(layer, name, name_field(given), shown=f"{given!r} under [{key}]")
    if name in NAMED_BY_PLACE:
        return zip(rows, layer.places(name, len(rows)), strict=True)
    return ((row, layer) for row in rows)


def name_field(key: str) -> str:
    """Return the field of MailSettings or SmtpSettings that a key of their tables sets."""
    return "sender" if key == "from" else key.replace("-", "_")


def may_set(scope: Scope, *keys: str) -> bool:
    """Tell whether a scope may set a key, or the key of a table (``"mail", "subject"``)."""
    return scope in _find_scopes(*keys)


def _find_scopes(*keys: str) -> frozenset[Scope]:
    longest_first = (".".join(keys[:count]) for count in range(len(keys), 0, -1))
    return next((MAY_SET[name] for name in longest_first if name in MAY_SET), ANYWHERE)


def _require_permission(layer: Layer, *keys: str, shown: str) -> None:
    if may_set(layer.scope, *keys):
        return
    if _find_scopes(*keys) == BESIDE:
        message, cure = f"{shown} must not stand here", "move it to the TOML file beside the text"
    elif _find_scopes(*keys) == ASKED:
        message, cure = f"{shown} must not stand in a file", f"give it on the command line: --{keys[0]}"
    else:
        message = f"a document must not set {shown}"
        cure = "set it in the project's report.toml, or on the command line"
    raise UsageError(message, cure=cure, rule="setting-not-allowed", where=layer.where)


def _file(key: str, name: str, layer: Layer) -> Path | None:
    """Return the file that a setting names, None for "". Raises UsageError where a document may not."""
    if not name:
        return None
    if not layer.scope.in_document:
        return Path(name) if is_address(name) or layer.folder is None else layer.folder / name
    if layer.folder is None:
        raise ValueError(f"the settings of {layer.where} need their folder, to name a file")
    why = explain_refusal(name, layer.folder)
    if why:
        raise UsageError(
            f"{key} = {name!r} {why}",
            cure=f"put the file beside the text, or set {key} in the project's report.toml "
            "or on the command line",
            rule="file-outside",
            where=layer.locate(key, name),
        )
    return layer.folder / name


def _unknown(key: str, where: str) -> Diagnostic:
    known = sorted({*READ, *TABLES, *ALIASES})
    near = get_close_matches(key, known, MOST_SUGGESTIONS)
    cure = f"did you mean {' or '.join(near)}?" if near else "docs/settings.md lists the settings"
    return Diagnostic(Severity.WARNING, "unknown-setting", f"there is no setting {key!r}", cure, where=where)


FILES = frozenset({"press_profile", "reference"})  # settings that name a file
OF_THE_RUN = frozenset({"matrix", "audience"})  # tables that tell which reports there are, not how one is
TABLES = {
    "figure": "figures",
    "number": "numbers",
    "confirmed": "confirmations",
    "options": "options",
    "mail": "mail",
    "smtp": "smtp",
}
# tables whose rows carry their place, not their layer
NAMED_BY_PLACE = frozenset({"figure", "number", "confirmed"})
ALIASES = {
    "format": "formats",
    "language": "lang",
    "authors": "author",
    "headline": "title",
    "subtitle": "standfirst",
    "summary": "standfirst",
    "figures": "figure",
    "option": "options",
    "numbers": "number",
    "toc": "contents",
    "classification": "marking",
    "print": "sheets",
    "icc": "press_profile",
}
