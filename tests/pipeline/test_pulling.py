"""Edits of a Word file, applied to the bytes of its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.compose import compose
from pressroom.errors import PressroomError
from pressroom.pipeline.pulling import apply_edits, pull_edits
from pressroom.pipeline.source import load
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
from pressroom.writers.docx import write
from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits
from tests.making import ROOT, load_template, report
from tests.writers.docx.roundtrip.test_pull import edited, removed, replaced

TEXT = "The harbour board\n\nThe quay is dry — at last.\n\nNobody knows why it was wet.\n"


def change(folder: Path, data: bytes, old: str, new: str, name: str = "harbour.txt") -> PulledEdits:
    """Edit the Word file of a source in a folder, and apply the edits to it."""
    path = folder / name
    path.write_bytes(data)
    source = load(path, Place(folder, ROOT), RealWorld(), make_option_layer({}), Steps("1"))
    word = write(compose(report(source.document), load_template(), {}, {}, contents=False))
    word = edited(word, replaced(old, new) if new else removed(old))
    pulled = pull_edits(word, source, RealWorld())
    apply_edits(source, pulled, RealWorld())
    return pulled


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n\nNobody", "\n\f\nNobody").encode(),
    ],
)
def test_the_bytes_of_the_rest_are_kept(tmp_path: Path, data: bytes) -> None:
    pulled = change(tmp_path, data, "Nobody knows", "Everybody knows")
    assert pulled.conflicts == ()
    wide = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-8"
    wanted = data.replace("Nobody".encode(wide), "Everybody".encode(wide))
    assert (tmp_path / "harbour.txt").read_bytes() == wanted


def test_a_picture_of_the_settings_is_no_part_of_the_source(tmp_path: Path) -> None:
    text = "---\ntitle: The harbour\npicture: quay.png\n---\n\nThe quay is dry.\n\nNobody knows why.\n"
    pulled = change(tmp_path, text.encode(), "Nobody knows", "", "harbour.md")
    assert pulled.conflicts == ()
    assert (tmp_path / "harbour.md").read_text() == text.replace("\n\nNobody knows why.", "")


@pytest.mark.parametrize(
    "text",
    [
        "Talk\n\nAnn Lee  9:01 AM\nThe quay is wet.\n\nBo Hale  9:03 AM\nNo.\n\nAnn Lee  9:05 AM\nNo.\n",
        "h1. Harbour\n\nh2. Scope\n\nThe quay is wet.\n\nh2. Cost\n\nNobody knows.\n",
    ],
)
def test_a_text_that_was_put_in_order_is_not_changed(tmp_path: Path, text: str) -> None:
    with pytest.raises(PressroomError) as caught:
        change(tmp_path, text.encode(), "wet", "dry")
    assert caught.value.diagnostic.rule == "pull-put-in-order"
    assert (tmp_path / "harbour.txt").read_text() == text
