"""docs/getting-started.md, done: its commands are run one after the other; its mails arrive on loopback."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.circulate.mail.servers import Faults, serving

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "getting-started.md").read_text(encoding="utf-8")
SPEECH = """A bridge for the valley

On Monday the minister opened the new bridge at Marn. More than 2,300 people crossed it on the first day.

What it cost

The bridge cost 14 million euros, of which the county paid 6 million.
"""
# what needs a clone, the network or somebody at the keyboard
ELSEWHERE = re.compile(r"script/report|pip install|speech\.txt →|1 made|--open|--password")


def commands() -> list[str]:
    """Return the indented lines of the page, without what is said beside them."""
    lines = re.findall(r"^    (\S.*)$", PAGE, re.MULTILINE)
    return [line.split("   ")[0].strip() for line in lines if not ELSEWHERE.search(line)]


def blocks() -> dict[str, str]:
    """Return the files that the page shows, by their language."""
    return dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.mark.slow
def test_every_command_does_what_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(SPEECH)
    (tmp_path / "people.csv").write_text(blocks()["csv"])
    arrived = Faults()
    with serving(arrived) as port:
        server = f"smtp://127.0.0.1:{port}"
        (tmp_path / "report.toml").write_text(blocks()["toml"].replace("smtps://mail.example.org", server))
        folder = tmp_path
        done = 0
        for line in commands():
            if line.startswith("cd "):
                folder /= line.removeprefix("cd ")
                continue
            _run(line, folder)
            done += 1
    assert done > 10
    assert (tmp_path / "out" / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "dist" / "one.docx").is_file()
    to = sorted(address for address, _ in arrived.accepted)
    assert to == ["ann@example.org", "bob@example.org", "press@example.org"]
    assert list((tmp_path / "spring-briefings" / "dist").glob("*.pdf"))


def _run(line: str, folder: Path) -> None:
    command = re.sub(r"^report\b", f"{shlex.quote(sys.executable)} -m pressroom", line)
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{line}\n{done.stderr}"
