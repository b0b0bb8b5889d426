"""Tables read row by row, however long: CSV, TSV, JSON Lines, Excel."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from pressroom.errors import PressroomError, UsageError
from pressroom.model.characters import replace_impossible
from pressroom.readers.common.limits import require_fit
from pressroom.world import World

MOST_BITS = 10_000  # of a whole number that is printed in decimals
TABLES = (".csv", ".tsv", ".jsonl", ".xlsx")
_PIECE = 1 << 20  # bytes read at a time
_SAMPLE = 20  # lines looked at to tell what parts the cells
_WIDEST_CELL = 1_000_000  # characters
_LONGEST_LINE = 4_000_000  # characters
MOST_COLUMNS = 1_000
LARGEST_WORKBOOK = 50_000_000  # bytes, packed


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of data. ``number`` counts from 1; ``columns`` are (name, text), the names as a text uses them.

    ``where`` is its file and line, for messages.
    """

    number: int
    columns: tuple[tuple[str, str], ...]
    where: str

    @property
    def key(self) -> str:
        """What tells this row from the others: its first cell, or its number where that is empty."""
        return self.columns[0][1] if self.columns and self.columns[0][1] else f"row-{self.number}"


def read_rows(path: Path, shown: str, world: World) -> Iterator[DataRow]:
    """Yield the rows of a table under its head, empty ones left out; never more than a few are in memory.

    Raises PressroomError for a file that is no table, with its line.
    """
    head: tuple[str, ...] = ()
    number = 0
    for line, cells in read_lines(path, shown, world):
        where = f"{shown}:{line}"
        if not any(cells):
            continue
        if not head:
            head = name_columns(cells)
            continue
        if len(cells) > len(head):
            raise PressroomError(
                f"this row has {len(cells)} cells, and the head of the table has {len(head)}",
                cure="put cells that hold commas into quotes, or give every column a name",
                rule="ragged-table",
                where=where,
            )
        number += 1
        yield DataRow(
            number, tuple(zip(head, (*cells, *[""] * (len(head) - len(cells))), strict=True)), where
        )
    if not number:
        raise PressroomError(
            "the table has no rows under its head",
            cure="its first line names the columns; put a line under it for each report",
            rule="empty-table",
            where=shown,
        )


def name_columns(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the columns' names as a text uses them: "Cost (£)" is cost, a second one cost_2."""
    found: list[str] = []
    for cell in cells:
        name = make_column_name(cell) or "column"
        count = sum(each == name or each.rpartition("_")[0] == name for each in found)
        found.append(f"{name}_{count + 1}" if name in found else name)
    return tuple(found)


def make_column_name(words: str) -> str:
    """Return how a text may call a column whatever its head: "School District" is school_district."""
    plain = re.sub(r"\W+", "_", words.lower()).strip("_")
    return f"_{plain}" if plain[:1].isdigit() else plain


def read_lines(path: Path, shown: str, world: World) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each line of a table's file, and its cells without the blanks round them.

    Whatever the file holds, no more of it is in memory than a line and a piece of it; but for a workbook,
    which is unpacked as a whole.
    """
    kinds = {".csv": _csv, ".tsv": _csv, ".jsonl": _json_lines, ".xlsx": _xlsx}
    ending = path.suffix.lower()
    if ending not in kinds:
        raise UsageError(
            f"{ending or 'a file without an ending'} is no table",
            cure=f"give one of {', '.join(TABLES)}",
            rule="not-a-table",
            where=shown,
        )
    for number, cells in kinds[ending](path, shown, world):
        if len(cells) > MOST_COLUMNS:
            raise PressroomError(
                f"the table has {len(cells):,} columns; a table of reports may have {MOST_COLUMNS:,}",
                cure="leave out columns that no text names",
                rule="wide-table",
                where=f"{shown}:{number}",
            )
        yield number, replace_impossible(cells)


def is_unpacked(path: Path) -> bool:
    """Tell whether a table's file must be unpacked as a whole before its first row is read."""
    return path.suffix.lower() == ".xlsx"


def _read_lines_of(file: TextIO | BinaryIO, shown: str) -> Iterator[Any]:
    """Yield the lines of a file. Raises PressroomError for one that is too long for any row."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise PressroomError(
                f"the line has more than {_LONGEST_LINE:,} characters",
                cure="write a line for each row of the table",
                rule="not-a-table",
                where=f"{shown}:{number}",
            )
        yield line


def _csv(path: Path, shown: str, world: World) -> Iterator[tuple[int, list[str]]]:
    encoding = _encoding(path, world)
    with io.TextIOWrapper(world.open(path), encoding, newline="") as file:
        sample = "".join(islice(_read_lines_of(file, shown), _SAMPLE))
    first = next((line for line in sample.splitlines() if line.strip()), "")
    delimiter = max(";\t,", key=first.count)
    with io.TextIOWrapper(world.open(path), encoding, newline="") as file:
        csv.field_size_limit(_WIDEST_CELL)
        reader = csv.reader(_read_lines_of(file, shown), delimiter=delimiter)
        try:
            for cells in reader:
                yield reader.line_num, [cell.strip() for cell in cells]
        except csv.Error as error:
            raise PressroomError(
                f"this is no CSV ({error})",
                cure="close the quotes on this line, or save the table again as CSV",
                rule="not-a-table",
                where=f"{shown}:{reader.line_num}",
            ) from error


def _encoding(path: Path, world: World) -> str:
    """Return UTF-8 or UTF-16 where the whole file is that, else what Western spreadsheets write."""
    with world.open(path) as file:
        start = file.read(_PIECE)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while start:
                decoder.decode(start)
                start = file.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "latin-1" if _has_gaps(path, world) else "cp1252"
    return "utf-8-sig"


def _has_gaps(path: Path, world: World) -> bool:
    """Tell whether a file holds one of the five bytes that cp1252 leaves out."""
    with world.open(path) as file:
        while piece := file.read(_PIECE):
            if any(byte in piece for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)):
                return True
    return False


def _json_lines(path: Path, shown: str, world: World) -> Iterator[tuple[int, list[str]]]:
    head: list[str] = []
    with world.open(path) as file:
        for number, line in enumerate(_read_lines_of(file, shown), 1):
            if not line.strip():
                continue
            try:
                held = json.loads(line)
            except (ValueError, RecursionError) as error:
                why = "it nests too deep" if isinstance(error, RecursionError) else str(error)
                raise _no_object(why, f"{shown}:{number}") from error
            if not isinstance(held, dict):
                raise _no_object("the line holds no { … }", f"{shown}:{number}")
            if not head:
                head = list(islice(held, MOST_COLUMNS + 1))
                yield 0, head
            if set(held) - set(head):
                raise _no_object(
                    f"the first line has no {', '.join(sorted(set(held) - set(head)))}", f"{shown}:{number}"
                )
            yield number, [_cell(held.get(name)) for name in head]


def _no_object(why: str, where: str) -> PressroomError:
    return PressroomError(
        f"this is no line of JSON for a report: {why}",
        cure='write one object a line, all with the same names: {"district": "North", "people": 31000}',
        rule="not-a-table",
        where=where,
    )


def _xlsx(path: Path, shown: str, world: World) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    with world.open(path) as file:
        _require_fit(file, shown)
        try:
            sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                yield number, [_cell(value) for value in row]
        except Exception as error:  # openpyxl raises what its parsers raise
            raise PressroomError(
                "this is no Excel workbook",
                cure="save it again as .xlsx, or as CSV",
                rule="not-a-table",
                where=shown,
            ) from error


def _require_fit(file: BinaryIO, shown: str) -> None:
    """Raise PressroomError for a workbook that is too large, or unpacks to far more than a table."""
    data = file.read(LARGEST_WORKBOOK + 1)
    file.seek(0)
    if len(data) > LARGEST_WORKBOOK:
        raise PressroomError(
            f"the workbook has more than {LARGEST_WORKBOOK // 1_000_000} MB",
            cure="save the table as CSV",
            rule="large-table",
            where=shown,
        )
    require_fit(data, shown)


def _cell(value: object) -> str:
    """Print a cell as somebody would read it: whole numbers without a point, dates without a time."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case int() if value.bit_length() > MOST_BITS:
            return hex(value)  # Python prints no more than 4,300 decimal digits
    text = str(value).strip()
    return text.removesuffix(" 00:00:00") if hasattr(value, "isoformat") else text
