"""Who a report goes to: lists as CSV, Excel or plain addresses, and what is wrong with them, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.addresses import parse_address
from pressroom.project.mail import ATTACHABLE, NOTHING
from pressroom.project.rows import read_lines
from pressroom.world import World

MOST_ROWS = 100_000
LARGEST = 10_000_000  # bytes of a list of lines
MOST_TEXT = 50_000_000  # characters of all rows together
LISTS = (".csv", ".tsv", ".xlsx", ".txt", ".list")
_MEANINGS = {
    "address": ("address", "email", "e_mail", "mail", "email_address", "e_mail_address", "adresse", "correo"),
    "name": ("name", "full_name", "nom", "nombre"),
    "lang": ("lang", "language", "sprache", "langue", "idioma"),
    "formats": ("format", "formats"),
    "groups": ("group", "groups", "gruppe", "groupe", "grupo"),
    "password": ("password",),
}
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom a report is sent to. ``columns`` is the whole row, for the text; ``where`` its place.

    ``password`` opens the PDF of this recipient's own, where one is asked for; it is kept in no record.
    """

    address: str
    name: str = ""
    lang: str = ""
    formats: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    where: str = ""
    password: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """What two spellings of one address have in common."""
        return normalize_address(self.address)


@dataclass(frozen=True, slots=True)
class RecipientList:
    """A list as read: each recipient once, and what was wrong with the rest."""

    recipients: tuple[Recipient, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def normalize_address(text: str) -> str:
    """Return an address without the differences that no mail server makes."""
    return text.strip().casefold()


def read_recipients(lists: Iterable[str], world: World) -> RecipientList:
    """Read lists, files or addresses with commas between them, as one.

    Bad rows are errors and duplicates warnings in the diagnostics, each with file and row; nothing is sent
    while there is an error. Raises PressroomError for a file that cannot be read as a list.
    """
    recipients: dict[str, Recipient] = {}
    found: list[Diagnostic] = []
    length = 0
    for each in lists:
        for row, where in _iterate_rows(each, world):
            length += sum(map(len, row.values()))
            if length > MOST_TEXT:
                raise PressroomError(
                    f"the rows up to here have more than {MOST_TEXT:,} characters",
                    cure="leave out columns that no text names, or split the list",
                    rule="list-too-long",
                    where=where,
                )
            try:
                recipient = _parse_recipient(row, where)
            except PressroomError as error:
                found.append(error.diagnostic)
                continue
            first = recipients.setdefault(recipient.key, recipient)
            if first is not recipient:
                found.append(
                    Diagnostic(
                        Severity.WARNING,
                        "duplicate-address",
                        f"{recipient.address} stands in {first.where} already; one message is sent",
                        "take one of the two rows out",
                        where=where,
                    )
                )
    return RecipientList(tuple(recipients.values()), tuple(found))


def read_suppressed(name: str, world: World) -> frozenset[str]:
    """Return the addresses of a suppression list, without differences of spelling."""
    return frozenset(normalize_address(row.get("address", "")) for row, _ in _iterate_rows(name, world))


def _iterate_rows(name: str, world: World) -> Iterator[tuple[Mapping[str, str], str]]:
    path = Path(name)
    if not name.strip():
        raise UsageError("there is nobody to send to", cure="name a list or addresses", rule="nobody")
    if path.suffix.lower() not in LISTS and "@" in name:
        for part in _split_addresses(name):
            yield {"address": part}, "--to"
        return
    match path.suffix.lower():
        case ".txt" | ".list" | "":
            for number, line in enumerate(_decode(world.read(path, LARGEST)).splitlines(), 1):
                if line.strip() and not line.lstrip().startswith("#"):
                    yield {"address": line.strip()}, f"{name}:{number}"
        case ".csv" | ".tsv" | ".xlsx":
            yield from _name_cells(read_lines(path, name, world), name)
        case ending:
            raise UsageError(
                f"{ending or name!r} is no list of recipients",
                cure="give a .csv, .xlsx or .txt file, or addresses",
                rule="not-a-list",
                where=name,
            )


def _split_addresses(text: str) -> Iterator[str]:
    """Part addresses at commas and semicolons, not at those within the quotes of a name."""
    for part in re.findall(r'(?:"[^"]*"|[^,;"])+', text):
        if part.strip():
            yield part.strip()


def _decode(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _name_cells(rows: Iterator[tuple[int, list[str]]], where: str) -> Iterator[tuple[Mapping[str, str], str]]:
    """Name the cells of a table by its head; a table without one holds addresses, and perhaps names."""
    head: list[str] = []
    for count, (number, cells) in enumerate(rows):
        if count > MOST_ROWS:
            raise PressroomError(
                f"the list has more than {MOST_ROWS:,} rows",
                cure="split it",
                rule="list-too-long",
                where=where,
            )
        if not any(cells):
            continue
        if not head:
            head = _read_head(cells, where)
            if not any("@" in cell for cell in cells):
                continue
        yield dict(zip(head, cells, strict=False)), f"{where}:{number}"


def _read_head(cells: list[str], where: str) -> list[str]:
    if any("@" in cell for cell in cells):
        place = next(index for index, cell in enumerate(cells) if "@" in cell)
        rest = iter(["name", *(f"column_{number}" for number in range(2, len(cells) + 1))])
        return ["address" if index == place else next(rest) for index in range(len(cells))]
    names = []
    for cell in cells:
        plain = re.sub(r"\W+", "_", cell.strip().lower()).strip("_") or "column"
        meaning = next((key for key, others in _MEANINGS.items() if plain in others), plain)
        names.append(meaning if meaning not in names else plain)
    if "address" not in names:
        raise PressroomError(
            f"no column holds addresses; there are: {', '.join(cells)}",
            cure="name the column of addresses email",
            rule="no-address-column",
            where=f"{where}:1",
        )
    return names


def _parse_recipient(row: Mapping[str, str], where: str) -> Recipient:
    found, name = parse_address(row.get("address", ""), where)
    name = (
        row.get("name", "")
        or " ".join(filter(None, (row.get("first_name", ""), row.get("last_name", ""))))
        or name
    )
    lang = row.get("lang", "")
    if lang and not _LANG.fullmatch(lang):
        raise PressroomError(
            f"{lang!r} is no language", cure='write it as "de" or "en-GB"', rule="bad-language", where=where
        )
    formats = tuple(part.lower() for part in re.split(r"[\s,;|+]+", row.get("formats", "")) if part)
    if set(formats) - {*ATTACHABLE, NOTHING}:
        raise PressroomError(
            f"{row['formats']!r} is no format to attach",
            cure=f"write one of {', '.join(ATTACHABLE)}, or {NOTHING}",
            rule="bad-format",
            where=where,
        )
    groups = tuple(
        part.strip().casefold() for part in re.split(r"[,;|]", row.get("groups", "")) if part.strip()
    )
    columns = {key: value for key, value in row.items() if key != "password"} | {
        "address": found,
        "name": name,
    }
    return Recipient(
        found, name, lang, formats, groups, tuple(sorted(columns.items())), where, row.get("password", "")
    )
