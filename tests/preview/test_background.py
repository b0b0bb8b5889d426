"""Many reports and mails are made by a process that was forked from one with everything loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TEXT = "The harbour\n\nSome 1,400 boats came in {year}, and 61 berths were let.\n"
SCRIPT = """
import asyncio, os, sys
from pathlib import Path
from pressroom.build.isolation import Limits
from pressroom.build.preload import preload
from pressroom.build.workers import IsolatedExecutor
from pressroom.errors import PressroomError
from pressroom.preview.background import Background
from pressroom.preview.operations import MailOrder, find_states, make_reports, prepare_mail
from pressroom.project.place import find
from pressroom.world import RealWorld

async def main():
    seen = []
    loop = asyncio.get_running_loop()
    background = Background(lambda progress: seen.append((progress.made, progress.total)), loop)
    place = find(Path.cwd(), RealWorld())
    sources = tuple(sorted(Path.cwd().glob("*.txt")))
    formats = ("pdf",)
    before = await background.run(find_states, place, sources, formats)
    made = await background.run(make_reports, place, sources, formats)
    after = await background.run(find_states, place, sources, formats)
    other = await background.run(find_states, place, sources, ("docx",))
    await asyncio.sleep(0.5)
    print(made, sorted(seen), *(sum(map(bool, states.values())) for states in (before, after, other)))
    try:
        await background.run(prepare_mail, MailOrder(sources[0], place, ("ann@example.org",)))
    except PressroomError as error:
        print(error.diagnostic.rule)
    background.close()

if __name__ == "__main__":
    preload(("pdf",))
    executor = IsolatedExecutor(1, Limits())
    executor.submit(os.getpid)
    asyncio.run(main())
    executor.shutdown(cancel_futures=True)
"""


def test_reports_are_made_side_by_side_and_told_one_by_one(tmp_path: Path):
    for year in (2024, 2025, 2026):
        (tmp_path / f"{year}.txt").write_text(TEXT.format(year=year))
    (tmp_path / "report.toml").touch()
    script = tmp_path / "run.py"
    script.write_text(SCRIPT)
    ran = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, timeout=100)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == ["(3, 0) [(1, 3), (2, 3), (3, 3)] 3 0 3", "no-sender"]
    assert len(list((tmp_path / "dist").glob("*.pdf"))) == 3
