"""Printing for real: through CUPS to an IPP printer, in a network namespace without a way out."""

import json

import pikepdf
import pytest

from tests.circulate.printing.print_room import PRINTER, lacking, print_room

WHY = lacking()
pytestmark = pytest.mark.skipif(bool(WHY), reason=WHY)

TEXT = """Buses on the ring road

The council ran 48 buses a day on the ring road in March 2026, and 61 a day in June.

Drivers

It took on 12 more drivers.
"""


@pytest.fixture(scope="module")
def room():
    with print_room() as opened:
        yield opened


@pytest.fixture
def desk(tmp_path):
    """A folder with a PDF of five pages, each with a text and a colour of its own."""
    pdf = pikepdf.Pdf.new()
    pdf.docinfo["/Title"] = "Five pages"
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for number in range(1, 6):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.add_resource(font, pikepdf.Name.Font, name=pikepdf.Name("/F"))
        page.contents_add(f"BT /F 40 Tf 100 500 Td (page {number}) Tj ET\n".encode())
    pdf.save(tmp_path / "five.pdf")
    return tmp_path


def texts(path) -> list[str]:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [" ".join(page.extract_text().split()) for page in pdf.pages]


def test_copies_sides_paper_and_colour_arrive_through_cups(room, desk):
    done = room.run("five.pdf", "--copies", "2", "--sides", "long", "--grey", "--pages", "2-3,5", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert "Five pages: 5 pages, 4 sheets of paper on Office" in done.stderr
    assert done.stderr.rstrip().endswith("printed")
    job, pdf = room.newest()
    assert job["IPP_COPIES"] == "2"
    assert job["IPP_SIDES"] == "two-sided-long-edge"
    assert job["IPP_PRINT_COLOR_MODE"] == "monochrome"
    assert "x-dimension=21000 y-dimension=29700" in job["IPP_MEDIA_COL"]
    assert job["IPP_JOB_NAME"] == "Five pages"
    # the queue may turn the order round and add a blank back, as the printer lays its sheets
    assert sorted(filter(None, texts(pdf))) == ["page 2", "page 3", "page 5"]


def test_straight_to_a_printer_by_its_address(room, desk):
    done = room.run("five.pdf", "-p", PRINTER, "--sides", "short", "--title", 'a "b" $c, ä', cwd=desk)
    assert done.returncode == 0, done.stderr
    job, pdf = room.newest()
    assert (job["IPP_SIDES"], job["IPP_MEDIA"]) == ("two-sided-short-edge", "iso_a4_210x297mm")
    assert job["IPP_JOB_NAME"].replace("\\", "") == 'a "b" $c, ä'
    assert len(texts(pdf)) == 5


def test_a_booklet_is_imposed_and_turned_at_the_short_edge(room, desk):
    done = room.run("five.pdf", "-p", PRINTER, "--booklet", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert "4 sides, 2 sheets of paper" in done.stderr
    job, pdf = room.newest()
    assert job["IPP_SIDES"] == "two-sided-short-edge"
    assert texts(pdf) == ["page 1", "page 2", "page 3", "page 4 page 5"]


@pytest.mark.slow
def test_a_source_is_made_and_printed(room, tmp_path):
    (tmp_path / "buses.txt").write_text(TEXT)
    done = room.run("buses.txt", "--paper", "A5", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    job, pdf = room.newest()
    assert job["IPP_JOB_NAME"] == "Buses on the ring road"
    assert "x-dimension=14800 y-dimension=21000" in job["IPP_MEDIA_COL"]
    assert "48 buses a day" in " ".join(texts(pdf))


def test_what_the_printer_cannot_do_is_said_before_anything_is_sent(room, desk):
    before = room.newest() if list((room.folder / "jobs").glob("*.pdf")) else None
    done = room.run("five.pdf", "-p", PRINTER, "--staple", cwd=desk)
    assert done.returncode == 1
    assert "cannot do finishing 'staple'; it can: none" in done.stderr
    assert (room.newest() if list((room.folder / "jobs").glob("*.pdf")) else None) == before


@pytest.mark.parametrize("printer", ["Broken", PRINTER])
def test_a_failed_job_is_an_error(room, desk, printer):
    done = room.run("five.pdf", "-p", printer, "--title", "a jam", cwd=desk)
    assert done.returncode == 1
    assert "error: job" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["-p", "Offize"], "there is no printer 'Offize'. Cure: did you mean Office?", 2),
        (["-p", "ipp://localhost:8632/ipp/print"], "no printer answers there", 1),
        (["--server", "localhost:6311"], "no print server answers at localhost:6311", 1),
        (["--copies", "11"], "nobody is here to ask. Cure: --yes", 2),
        (["--pages", "4-9"], "'4-9' are no pages of a document of 5", 2),
    ],
)
def test_errors_name_the_cure(room, desk, arguments, said, code):
    done = room.run("five.pdf", *arguments, cwd=desk)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_a_held_job_waits_at_the_printer(room, desk):
    done = room.run("five.pdf", "--hold", "--json", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "held"


def test_printers_are_listed_and_shown(room, desk):
    listed = json.loads(room.run("--list", "--json", cwd=desk).stdout)["printers"]
    assert [(each["name"], each["default"]) for each in listed] == [("Broken", False), ("Office", True)]
    shown = room.run("--show", cwd=desk).stdout
    assert "sides: one, long, short" in shown
    assert "A4" in shown
