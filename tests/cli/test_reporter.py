"""The progress of a run on a terminal."""

import io

import pytest

from pressroom.build.publish import Outcome
from pressroom.cli.reporter import Reporter
from pressroom.model.diagnostic import LANGUAGE_GUESSED, Diagnostic, Severity
from pressroom.pipeline.progress import WRITING


class Stream(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("total", "terminal", "as_json", "drawn"),
    [
        (2, True, False, True),
        (1, True, False, False),
        (2, False, False, False),
        (2, True, True, False),
    ],
)
def test_a_bar_is_drawn_for_several_reports_on_a_terminal_alone(
    monkeypatch, capsys, total, terminal, as_json, drawn
):
    stream = Stream(terminal=terminal)
    monkeypatch.setattr("sys.stderr", stream)
    reporter = Reporter(as_json=as_json)
    reporter.start(total)
    for number in range(total):
        reporter.report(Outcome(f"{number}.txt", str(number), "unchanged"))
    reporter.finish()
    assert (f"{total}/{total}" in stream.getvalue()) is drawn
    capsys.readouterr()


@pytest.mark.parametrize(
    ("total", "terminal", "as_json", "told"),
    [(1, True, False, True), (2, True, False, False), (1, False, False, False), (1, True, True, False)],
)
def test_pages_are_told_of_one_report_on_a_terminal_alone(
    monkeypatch, capsys, total, terminal, as_json, told
):
    stream = Stream(terminal=terminal)
    monkeypatch.setattr("sys.stderr", stream)
    reporter = Reporter(as_json=as_json)
    reporter.start(total)
    assert (reporter.tell is not None) is told
    if reporter.tell:
        reporter.tell(1200)
        reporter.tell(WRITING)
        reporter.report(Outcome("a.txt", "a", "made", {"a.pdf": ""}, pages=1210))
        begin = "\r\033[K"
        shown = stream.getvalue()
        assert shown.startswith(f"{begin}laying out page 1,200 …{begin}writing the file …{begin}a.txt → ")
    reporter.finish()
    capsys.readouterr()


def test_one_fault_of_all_rows_is_printed_once_and_counted(capsys):
    reporter = Reporter()
    reporter.start(3)
    for row in range(3):
        faults = tuple(
            Diagnostic(Severity.WARNING, "fault", message, "mend it", where=f"rows.csv:{row + 2}")
            for message in ("in every row", f"in row {row}")
        )
        reporter.report(Outcome("brief.txt", str(row), "made", diagnostics=faults))
    reporter.report(Outcome("other.txt", "other", "made", diagnostics=faults[:1]))
    reporter.finish()
    printed = capsys.readouterr().err
    assert printed.count("in every row. Cure") == 2
    assert "brief.txt: note: 2 more of its reports: in every row" in printed
    assert [printed.count(f"in row {row}") for row in range(3)] == [1, 1, 1]


def test_an_error_of_all_rows_is_told_once_and_their_number_below(capsys):
    reporter = Reporter()
    reporter.start(3)
    fault = Diagnostic(Severity.ERROR, "fault", "in every row", "mend it", where="brief.txt:3")
    for row in range(3):
        reporter.report(Outcome("brief.txt", str(row), "failed", diagnostics=(fault,)))
    reporter.finish()
    printed = capsys.readouterr().err
    assert printed.count("in every row") == 1
    assert "failed    3" in printed


def guess(name, lang, severity=Severity.NOTE):
    told = f'the language of the text was taken for "{lang}" from only 12 words'
    cure = f'say it on the command line or in the sidecar: lang = "{lang}"'
    found = Diagnostic(severity, LANGUAGE_GUESSED, told, cure, where=name)
    return Outcome(name, name, "made", diagnostics=(found,))


@pytest.mark.parametrize(("severity", "word"), [(Severity.NOTE, "note"), (Severity.WARNING, "warning")])
def test_the_languages_that_were_guessed_are_one_line_for_all_texts(capsys, severity, word):
    reporter = Reporter()
    reporter.start(9)
    for number in range(7):
        reporter.report(guess(f"{number}.txt", "en"))
    reporter.report(guess("8.txt", "de", severity))
    reporter.report(Outcome("9.txt", "9", "made"))
    reporter.finish()
    (line,) = [each for each in capsys.readouterr().err.splitlines() if "language" in each]
    assert line.startswith(f"{word}: the language of 8 texts was guessed")
    assert 'lang = "en" for 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more; lang = "de" for 8.txt' in line


def test_a_language_that_was_guessed_of_one_text_is_told_with_it(capsys):
    for total in (1, 2):
        reporter = Reporter()
        reporter.start(total)
        reporter.report(guess("0.txt", "en"))
        reporter.finish()
        assert "0.txt: note: the language of the text was taken" in capsys.readouterr().err


def test_two_places_of_one_fault_in_a_report_are_both_printed(capsys):
    reporter = Reporter()
    reporter.start(2)
    for row in range(2):
        faults = tuple(
            Diagnostic(Severity.WARNING, "fault", "the same", "mend it", where=f"brief.txt:{line}")
            for line in (3, 5)
        )
        reporter.report(Outcome("brief.txt", str(row), "made", diagnostics=faults))
    reporter.finish()
    printed = capsys.readouterr().err
    assert ("brief.txt:3" in printed, "brief.txt:5" in printed) == (True, True)
    assert "brief.txt: note: 1 more of its reports: the same" in printed
