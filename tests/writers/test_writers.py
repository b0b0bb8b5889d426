"""What holds for every writer of the table."""

import subprocess
import sys

import pytest

from pressroom.model.figure import Medium
from pressroom.writers import WRITERS, list_media, needs_pages, write
from tests.writers.docx.pages import page

PAGE = page("<h2 id='one'>One</h2><p>Words of the page.</p>")
BEGINNING = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "html": b"<!DOCTYPE html>", "email": b"Subject: "}


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_needs_no_options_and_gives_the_same_bytes_each_time(name):
    data = write(name, PAGE)
    assert data.startswith(BEGINNING[name])
    assert write(name, PAGE) == data


def test_endings_are_those_of_one_format_each():
    assert len({writer.ending for writer in WRITERS.values()}) == len(WRITERS)
    assert all("/" in writer.media_type for writer in WRITERS.values())


def test_what_formats_need_beforehand():
    assert [name for name in WRITERS if needs_pages((name,))] == ["pdf"]
    assert list_media(("docx", "pdf")) == (Medium.PAPER, Medium.WORD)
    assert list_media(("html",)) == (Medium.WEB, Medium.PHONE)
    assert needs_pages(("html", "pdf"))
    assert not needs_pages(())


def test_a_writer_is_loaded_when_it_is_used():
    code = (
        "import sys; from pressroom.writers import WRITERS;"
        "print([name for name in sys.modules if name.startswith('pressroom.writers.')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
