"""What a source says: its language, its numbers, and the figures that they allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.compose.template import NumbersRule
from pressroom.errors import UsageError
from pressroom.language import Guess, guess_language
from pressroom.model.diagnostic import LANGUAGE_GUESSED, Diagnostic, Severity
from pressroom.model.figure import Figures
from pressroom.model.numbers import Numbers
from pressroom.pipeline.source import Source
from pressroom.project.files import explain_refusal
from pressroom.translations import LANGUAGES, find_catalogue
from pressroom.world import World

if TYPE_CHECKING:
    from pressroom.figures import ChartRequest, Offer
    from pressroom.numbers import ComparedConfirmation


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in a source, what its author should know of it, and who has confirmed which number."""

    lang: str
    numbers: Numbers
    figures: Figures
    diagnostics: tuple[Diagnostic, ...] = ()
    confirmations: tuple[ComparedConfirmation, ...] = ()


def analyse(source: Source, world: World, steps: Steps, wanted: NumbersRule = "key") -> Analysis:
    """Find numbers and figures of a source; ``wanted`` "all" shows every number that can be worded."""
    from pressroom import figures
    from pressroom.numbers import collect_warnings

    lang, doubt = _tell_language(source)
    numbers = find_numbers(source, lang, steps, wanted)
    confirmations = compare_confirmations(source, numbers)
    words = _warn_of_words(lang, source.shown)
    warnings = (
        *doubt,
        *words,
        *collect_warnings(numbers),
        *_check_confirmations(confirmations, numbers, source),
    )
    requests = figures.read_requests(source.document, source.settings.figures)
    paths = {
        request.file: _find_data_file(request, source.path.parent, world)
        for request in requests
        if request.file
    }
    # a file that is not there is reported by the chart that names it, with its place
    files = {name: world.read(path) for name, path in sorted(paths.items()) if world.is_file(path)}
    hashes = tuple((name, digest(data)) for name, data in files.items())
    choices = figures.read_choices(source.settings.figures)
    chosen = steps.take(
        "figures",
        (source.document, numbers, repr(requests), repr(choices), lang, hashes, wanted),
        lambda: figures.choose(
            source.document, numbers, requests, lang, files, choices=choices, all_numbers=wanted == "all"
        ),
    )
    warnings += (*_tell_proposals(chosen, source.shown), *figures.warn_of_unmatched(chosen, choices))
    return Analysis(lang, numbers, chosen, warnings, confirmations)


def _tell_proposals(figures: Figures, shown: str) -> tuple[Diagnostic, ...]:
    """Return a note for each chart whose kind its data decided."""
    return tuple(
        Diagnostic(
            Severity.NOTE,
            "chart-kind-proposed",
            f"the chart “{figure.title}” is of the kind {figure.kind}, since {figure.reason}",
            'where another is better, name it: mark = "bar"',
            span=figure.anchor,
            where=shown,
        )
        for figure in figures.drawn
        if figure.reason
    )


def offer(source: Source) -> tuple[Offer, ...]:
    """Return the charts that the source's tables allow, but for those of tables that have one."""
    from pressroom import figures

    requests = figures.read_requests(source.document, source.settings.figures)
    taken = {request.table for request in requests}
    offers = figures.offer_charts(source.document, find_language(source))
    return tuple(one for one in offers if str(one.table) not in taken)


def _find_data_file(request: ChartRequest, folder: Path, world: World) -> Path:
    """Return the file of a chart's data. Raises UsageError for one that a document may not name."""
    why = explain_refusal(request.file, folder, world)
    if why:
        raise UsageError(
            f"the chart's data = {request.file!r} {why}",
            cure="name a file in the source's own folder",
            rule="file-outside",
            span=request.anchor,
            where=request.where,
        )
    return folder / request.file


def find_language(source: Source) -> str:
    """Return the report's language: as set, as the document says, or guessed from its words."""
    return _tell_language(source)[0]


def _tell_language(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the report's language, and a warning or note where that is a doubtful guess."""
    document = source.document
    known = source.settings.lang or document.metadata.lang
    if known:
        return known, ()
    guess = guess_language(document.text)
    return guess.lang, (_warn_of_guess(guess, source.shown),) if guess.doubtful else ()


def _warn_of_words(lang: str, shown: str) -> tuple[Diagnostic, ...]:
    """Return a note where the words that a report prints of its own are English in a text that is not."""
    if find_catalogue(lang):
        return ()
    message = f'"Contents", "Page 1 of 4" and the like are printed in English: there are none in "{lang}"'
    cure = f"add a catalogue (docs/extending.md, Words); there are those of {', '.join(LANGUAGES)}"
    return (Diagnostic(Severity.NOTE, "words-in-english", message, cure, where=shown),)


def _warn_of_guess(guess: Guess, shown: str) -> Diagnostic:
    """Return a warning where another language is as likely; that the words are few is worth a note."""
    basis = ", and another language is nearly as likely" if guess.close else f" from only {guess.words} words"
    return Diagnostic(
        Severity.WARNING if guess.close else Severity.NOTE,
        LANGUAGE_GUESSED,
        f'the language of the text was taken for "{guess.lang}"{basis}',
        f'say it on the command line or in the sidecar: lang = "{guess.lang}"',
        where=shown,
    )


def find_numbers(source: Source, lang: str, steps: Steps, wanted: NumbersRule = "key") -> Numbers:
    """Find the numbers of a source, steered by its settings."""
    from pressroom import numbers

    overrides = numbers.NumberOverrides.parse(source.settings.numbers)
    date = source.settings.date or source.document.metadata.date
    return steps.take(
        "numbers",
        (source.document, lang, date, repr(overrides), wanted),
        lambda: numbers.find(
            source.document,
            lang=lang,
            reference_date=date,
            overrides=overrides,
            show_all=wanted == "all",
        ),
    )


def compare_confirmations(source: Source, numbers: Numbers) -> tuple[ComparedConfirmation, ...]:
    """Set what was confirmed beside what the source says now."""
    from pressroom.numbers import compare, parse_confirmations

    return compare(parse_confirmations(source.settings.confirmations), numbers)


def _check_confirmations(
    compared: Sequence[ComparedConfirmation], numbers: Numbers, source: Source
) -> tuple[Diagnostic, ...]:
    """Return what no longer holds; not for a variant that sections were cut from, with numbers in them."""
    if source.settings.leave_out:
        return ()
    from pressroom.numbers import report_confirmations

    return report_confirmations(compared, numbers, source.shown)
