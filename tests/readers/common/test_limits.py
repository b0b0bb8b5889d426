"""Limits of packages and of their XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.errors import PressroomError
from pressroom.readers.common.limits import parse_xml


def test_xml_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><a>&x;</a>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(PressroomError):
            parse_xml(data.encode(encoding), "x", "a.xml", [])
