"""The proof sheet of a source, and the confirmations that an editor gives after looking at it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from pressroom.cache.steps import Steps
from pressroom.compose.proof import compose_proof, load_proof_template
from pressroom.errors import UsageError
from pressroom.model.numbers import KeyNumber, Numbers
from pressroom.pipeline.analysis import compare_confirmations
from pressroom.pipeline.composing import draw, find_file_date, make_report
from pressroom.pipeline.result import Result
from pressroom.pipeline.source import Source
from pressroom.project import brand as brands
from pressroom.project.layers import require_sidecar
from pressroom.project.place import Place
from pressroom.project.toml import LARGEST, replace_tables
from pressroom.world import World
from pressroom.writers import WRITERS, write

if TYPE_CHECKING:
    from pressroom.numbers import ComparedConfirmation, Confirmation

FORMATS = ("pdf", "html")
ENDING = "proof"  # of the sheet's name, behind that of the source: "speech-proof.pdf"


def make_proof(source: Source, formats: Sequence[str], place: Place, world: World, steps: Steps) -> Result:
    """Make the proof sheet of a source; the outputs are named by what stands behind the source's name.

    Raises PressroomError when it cannot be made.
    """
    from pressroom.writers import pdf

    brand, brand_hash = brands.load(place, world)
    found, drawings = draw(source, tuple(formats), brand, world, steps)
    report = make_report(source, found, brand, brand_hash, load_proof_template())
    command = _write_command(source, found.numbers)
    page = compose_proof(report, drawings, _list_signed(found.confirmations), command)
    outputs: dict[str, bytes] = {}
    pages, noticed = 0, found.diagnostics
    for name in formats:
        options = None
        if name == "pdf":
            layout = pdf.render(page, attached=(), date=find_file_date(world))
            options, pages = pdf.PdfOptions(layout=layout), layout.page_count
            noticed += layout.diagnostics
        outputs[f"{ENDING}.{WRITERS[name].ending}"] = write(name, page, options)
    return Result(outputs, pages, noticed)


def _list_signed(compared: Sequence[ComparedConfirmation]) -> dict[str, tuple[str, ...]]:
    """Return who has confirmed each key number as it is, by its id."""
    from pressroom.numbers import Standing

    signed: dict[str, tuple[str, ...]] = {}
    for each in compared:
        if each.key and each.standing is Standing.HELD:
            words = f"{each.confirmation.by}, {each.confirmation.on}"
            signed[each.key.id] = (*signed.get(each.key.id, ()), words)
    return signed


def _write_command(source: Source, numbers: Numbers) -> str:
    from pressroom.numbers import identify

    return f'report proof {quote(source.shown)} --confirm --sheet {identify(numbers.key)} --by "…"'


@dataclass(frozen=True, slots=True)
class ConfirmedNumbers:
    """What was confirmed, and the file that says so."""

    keys: tuple[KeyNumber, ...]
    sidecar: Path


@dataclass(frozen=True, slots=True)
class Approval:
    """Who has looked at key numbers: the ``chosen`` as the sheet counts, all where there are none.

    ``sheet`` is what the sheet is known by, "" where nobody says which it was.
    """

    by: str
    chosen: frozenset[int] = frozenset()
    sheet: str = ""


def confirm_numbers(
    source: Source, numbers: Numbers, approval: Approval, place: Place, world: World
) -> ConfirmedNumbers:
    """Record in the sidecar who has looked at key numbers.

    Earlier entries of the same numbers go where they are by the same person or no longer hold; with all
    confirmed, those of numbers that are gone go too. Raises UsageError when there is no such number, the
    sheet is an old one, the name cannot be printed, or the text can have no sidecar.
    """
    from pressroom.numbers import check_name, confirm, render_confirmations

    name = check_name(approval.by, "--by")
    _require_sheet(approval.sheet, numbers, source)
    keys = _choose(numbers, approval.chosen, source)
    sidecar = require_sidecar(source.path, place)
    today: date = world.now().date()
    before = world.read(sidecar, LARGEST) if world.is_file(sidecar) else b""
    compared = compare_confirmations(source, numbers)
    everything = not approval.chosen
    gone = [at for at, each in enumerate(compared) if _is_replaced(each, keys, name, everything=everything)]
    entries: list[Confirmation] = [confirm(key, name, today) for key in keys]
    added = render_confirmations(entries, before.decode("utf-8-sig"))
    world.write(sidecar, replace_tables(before, "confirmed", gone, added, place.shown(sidecar)))
    return ConfirmedNumbers(keys, sidecar)


def _require_sheet(sheet: str, numbers: Numbers, source: Source) -> None:
    """Raise UsageError for a sheet whose sentences or tiles are no longer those of the text."""
    from pressroom.numbers import identify

    if sheet and sheet.casefold() != identify(numbers.key):
        raise UsageError(
            f"the sheet {sheet!r} does not show the key numbers as they are now",
            cure="make a new sheet and look at it: report proof " + quote(source.shown),
            rule="old-sheet",
            where=source.shown,
        )


def _choose(numbers: Numbers, chosen: Collection[int], source: Source) -> tuple[KeyNumber, ...]:
    wrong = sorted(number for number in chosen if not 1 <= number <= len(numbers.key))
    if wrong or not numbers.key:
        raise UsageError(
            f"there is no key number {wrong[0]}" if wrong else "there are no key numbers to confirm",
            cure=f"the sheet counts them from 1 to {len(numbers.key)}"
            if numbers.key
            else "report numbers shows why each was left out",
            rule="no-key-number",
            where=source.shown,
        )
    return tuple(key for at, key in enumerate(numbers.key, 1) if not chosen or at in chosen)


def _is_replaced(
    compared: ComparedConfirmation, keys: Sequence[KeyNumber], by: str, *, everything: bool
) -> bool:
    """Tell whether an earlier confirmation gives way to those of ``keys``."""
    from pressroom.numbers import Standing

    if compared.key is None:
        return everything and compared.standing is not Standing.HELD
    same = any(key.id == compared.key.id for key in keys)
    return same and (compared.confirmation.by == by or compared.standing is not Standing.HELD)
