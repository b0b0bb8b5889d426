"""Queues found and jobs followed, with the printer's answers stood in for."""

import pytest

from pressroom.circulate.printing import jobs as printing
from pressroom.circulate.printing.ipp import RefusedError, SilentError
from pressroom.circulate.printing.jobs import (
    PrintJob,
    describe_job,
    find_printer,
    follow_job,
    list_printers,
    send_job,
)
from pressroom.circulate.printing.printer import Ticket, parse_printer
from pressroom.errors import PressroomError, UsageError


def speaking(monkeypatch, *answers):
    """Answer each request with the next entry; return what was asked."""
    asked = []
    left = list(answers)

    def request(uri, operation, attributes, job=(), *, file=b""):
        asked.append((operation, uri, file))
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(printing, "request", request)
    return asked


QUEUES = [{"printer-name": "Office"}, {"printer-name": "Hall"}]
READY = [{"printer-name": "Office", "printer-state": 3, "document-format-supported": ["application/pdf"]}]


def test_queues_and_the_default(monkeypatch):
    asked = speaking(monkeypatch, QUEUES, [{"printer-name": "Hall"}])
    found, default = list_printers("here:631")
    assert ([each.name for each in found], default) == (["Office", "Hall"], "Hall")
    assert found[0].uri == "ipp://here:631/printers/Office"
    assert [operation for operation, _, _ in asked] == ["CUPS-Get-Printers", "CUPS-Get-Default"]


def test_a_server_without_queues(monkeypatch):
    speaking(monkeypatch, RefusedError("CUPS-Get-Printers", "client-error-not-found", "", "ipp://here"))
    with pytest.raises(UsageError, match="has no printer"):
        find_printer("", "here:631")


def test_no_server(monkeypatch):
    speaking(monkeypatch, SilentError("ipp://here", "Host is down"))
    with pytest.raises(PressroomError, match="no print server answers at here:631: Host is down"):
        find_printer("Office", "here:631")


def test_no_default(monkeypatch):
    speaking(monkeypatch, QUEUES, RefusedError("CUPS-Get-Default", "client-error-not-found", "", "x"))
    with pytest.raises(UsageError, match=r"no default printer.*--printer: Office, Hall"):
        find_printer("", "here:631")


def test_a_wrong_name_gives_the_nearest(monkeypatch):
    speaking(monkeypatch, QUEUES, [])
    with pytest.raises(UsageError, match="did you mean Office"):
        find_printer("Offise", "here:631")


def test_the_default_is_taken(monkeypatch):
    speaking(monkeypatch, QUEUES, [{"printer-name": "Office"}], READY)
    assert find_printer("", "here:631").state == "ready"


def test_a_printer_that_takes_no_jobs_or_no_pdf(monkeypatch):
    asked = speaking(monkeypatch)
    closed = parse_printer("ipp://a", {"printer-name": "Office", "printer-is-accepting-jobs": False})
    with pytest.raises(PressroomError, match="takes no jobs"):
        send_job(b"%PDF", Ticket("t"), closed)
    raster = parse_printer("ipp://a", {"printer-name": "Office", "document-format-supported": "image/urf"})
    with pytest.raises(PressroomError, match="takes no PDF"):
        send_job(b"%PDF", Ticket("t"), raster)
    assert not asked


def test_a_long_title_is_cut_between_letters(monkeypatch):
    sent = []

    def request(_uri, _operation, attributes, _parse_job, *, file):
        sent.append((attributes[1].values[0], file))
        return [{"job-id": 7, "job-state": 3}]

    monkeypatch.setattr(printing, "request", request)
    assert send_job(b"%PDF", Ticket("ä" * 200), parse_printer("ipp://a", {})) == PrintJob(7, "waiting")
    assert sent == [("ä" * 127, b"%PDF")]


class Clock:
    """Time that passes by sleeping alone."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


def job(state, *reasons, **more):
    return [{"job-id": 7, "job-state": state, "job-state-reasons": list(reasons), **more}]


def printer(state, *reasons):
    return [{"printer-name": "Office", "printer-state": state, "printer-state-reasons": list(reasons)}]


def followed(monkeypatch, *answers, seconds=60.0):
    speaking(monkeypatch, *answers)
    clock = Clock()
    start = parse_printer("ipp://a", printer(3)[0])
    looks = follow_job(PrintJob(7, "waiting"), start, seconds=seconds, sleep=clock.sleep, clock=clock)
    return [describe_job(job, there) for job, there in looks]


def test_a_job_is_followed_to_its_end(monkeypatch):
    words = followed(
        monkeypatch,
        job(5, "job-printing"),
        printer(4),
        job(5, "job-printing"),
        printer(5, "media-empty-error"),
        job(9, "job-completed-successfully"),
        printer(3, "none"),
    )
    assert words == ["waiting", "printing", "printing; the printer: stopped, the paper is out", "printed"]


def test_nothing_new_is_not_told_again(monkeypatch):
    words = followed(monkeypatch, job(3), printer(3), job(3), printer(3), job(9), printer(3))
    assert words == ["waiting", "printed"]


def test_a_job_that_cups_gave_up_has_ended(monkeypatch):
    words = followed(
        monkeypatch,
        job(6, "job-completed-with-errors", **{"job-printer-state-message": "Filter failed"}),
        printer(3),
    )
    assert words == ["waiting", "aborted (job-completed-with-errors, Filter failed)"]


def test_following_ends_with_the_time(monkeypatch):
    answers = [each for _ in range(20) for each in (job(5), printer(5, "media-empty"))]
    words = followed(monkeypatch, *answers, seconds=5)
    assert words == ["waiting", "printing; the printer: stopped, the paper is out"]


def test_a_held_job_is_not_waited_for(monkeypatch):
    assert followed(monkeypatch, job(4, "job-hold-until-specified"), printer(3)) == [
        "waiting",
        "held (job-hold-until-specified)",
    ]
