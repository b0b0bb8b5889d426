"""The progress of a run on a terminal."""

import io

import pytest

from pressroom.build.publish import Outcome
from pressroom.cli.reporter import Reporter


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
