"""What the preview costs: from an edit to its pages, a section of a long report, and thousands of edits.

    python -P benchmarks/preview.py [--edits 5000]

"edit" is a text laid out anew after a change of one word, with the pictures of two pages, in a process that
has everything loaded; "bare" is WeasyPrint alone with the same page, style sheet and pictures in the same
process, the two in turn. "section" is the section that is edited in a report of about 100 pages, "whole" all
of it. All are seconds of the processor. The edits are made over HTTP to a server of its own: texts and
decisions in turn, and after each hundred the files must hold what was sent last.
"""

from __future__ import annotations

import argparse
import http.cookiejar
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressroom.model.page import Page

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

SAMPLE = ROOT / "seeds" / "border-brief.txt"
ROUNDS = 7
WIDTH = 900  # pixels of a page
SENTENCES = (
    "The survey of {year} counted {number} homes on both banks, and the teams returned twice to some.",
    "Nothing in the record suggests that the storehouses were empty before the spring of the second year.",
    "Most of the {number} people asked named transport first, then rent, then the price of heating.",
    "A detour of some forty minutes has to be added to each journey while the bridge is closed for repair.",
)


def write_long(path: Path, sections: int = 88) -> None:
    """Write a plain text of about a hundred pages."""
    parts = ["The survey of the districts"]
    for section in range(sections):
        parts.append(f"What the district of Ward {section + 1} says")
        for paragraph in range(8):
            words = " ".join(SENTENCES).format(year=1900 + section, number=f"{1000 + section * paragraph:,}")
            parts.append(words)
    path.write_text("\n\n".join(parts), encoding="utf-8")


def measure(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_layouts(folder: Path) -> None:
    """Print what an edit, a section and a whole report take."""
    from pressroom.build.isolation import collect_rarely
    from pressroom.build.plan import Request, make_plan
    from pressroom.build.preload import preload
    from pressroom.cache.steps import Steps
    from pressroom.loading import install, patterns
    from pressroom.pipeline import source as sources
    from pressroom.pipeline.composing import compose_report
    from pressroom.preview.layout.rendering import RenderOrder, render
    from pressroom.project.place import find
    from pressroom.project.settings import make_option_layer
    from pressroom.world import RealWorld

    install()
    patterns.install()
    preload(("pdf",))
    collect_rarely()
    world = RealWorld()
    place = find(folder, world)
    (short, long) = (folder / "short.txt", folder / "long.txt")
    text = SAMPLE.read_text(encoding="utf-8")
    jobs = {
        job.source.name: job
        for job in make_plan(Request((short, long), make_option_layer({})), place, world).jobs(world)
    }
    page = compose_report(
        sources.load(short, place, world, make_option_layer({}), Steps("")), ("pdf",), place, world, Steps("")
    ).page
    edits, bares = [], []
    for turn in range(ROUNDS):
        short.write_text(text.replace("Seoul", "Seoul" if turn % 2 else "Séoul", 1), encoding="utf-8")
        edits.append(measure(lambda: render(RenderOrder(jobs["short.txt"], (0, 1), WIDTH))))
        bares.append(measure(lambda: render_bare(page)))
    ratio = statistics.median(edit / bare for edit, bare in zip(edits, bares, strict=True))
    print(f"edit {statistics.median(edits):.2f} s, bare {statistics.median(bares):.2f} s: {ratio:.2f}")
    lines = long.read_text(encoding="utf-8").count("\n")
    whole = [measure(lambda: render(RenderOrder(jobs["long.txt"], (0, 1), WIDTH))) for _ in range(2)]
    alone = [
        measure(partial(render, RenderOrder(jobs["long.txt"], (0, 1), WIDTH, at)))
        for at in (lines // 4, lines // 2, lines * 3 // 4)
    ]
    pages = len(render(RenderOrder(jobs["long.txt"])).sizes)
    share = statistics.median(alone) / min(whole)
    print(f"{pages} pages: section {statistics.median(alone):.2f} s, whole {min(whole):.2f} s: {share:.2f}")


def render_bare(page: Page) -> bytes:
    """Return a page as WeasyPrint alone writes it, asked for tags and PDF/A-3a."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from pressroom.writers.pdf.fetcher import collect_resources, make_fetcher
    from pressroom.writers.pdf.stylesheet import make_stylesheet

    fonts, door = FontConfiguration(), make_fetcher(collect_resources(page))
    style = CSS(string=make_stylesheet(page, "A4"), url_fetcher=door, font_config=fonts)
    document = HTML(string=page.html, url_fetcher=door).render(stylesheets=[style], font_config=fonts)
    data: bytes = document.write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True)
    return data


class Client:
    """A browser that only sends edits."""

    def __init__(self, link: str, source: str) -> None:
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self._opener.open(link).read()
        self._base, self._source = link.partition("/?")[0], source

    def get(self, path: str) -> dict[str, object]:
        """Return what the server says."""
        found: dict[str, object] = json.load(self._opener.open(f"{self._base}{path}?source={self._source}"))
        return found

    def post(self, path: str, data: dict[str, object]) -> dict[str, object]:
        """Send something, and return what the server says."""
        request = urllib.request.Request(
            f"{self._base}{path}?source={self._source}", json.dumps(data).encode(), {"origin": self._base}
        )
        found: dict[str, object] = json.load(self._opener.open(request))
        return found


def read_memory(parent: int) -> tuple[float, float]:
    """Return the resident megabytes of a process, and of all that descend from it together."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
    family, before = {parent}, 0
    while len(family) > before:
        before = len(family)
        family |= {child for child, its in parents.items() if its in family}
    return measure_resident(parent), sum(map(measure_resident, family - {parent}))


def measure_resident(process: int) -> float:
    """Return the megabytes of a process that no other shares."""
    try:
        found = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return sum(int(size) for size in re.findall(r"^Private_\w+:\s+(\d+)", found, re.MULTILINE)) / 1000


def measure_edits(folder: Path, edits: int) -> None:
    """Make edits over HTTP, and print what the server's memory comes to."""
    command = [sys.executable, "-P", "-m", "pressroom", "preview", "--no-open"]
    path, beside = folder / "short.txt", folder / "short.toml"
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.search(r"http://\S+", server.stderr.readline())
        assert found is not None
        client = Client(found[0], "short.txt")
        base = str(client.get("/state")["base"])
        for number in range(1, edits + 1):
            text = SAMPLE.read_text(encoding="utf-8").replace("Seoul", f"Seoul{number}", 1)
            base = str(client.post("/text", {"base": base, "text": text, "line": 3})["base"])
            label = f"killed or wounded {number}"
            client.post(
                "/decide", {"kind": "number", "words": "1,100", "sentence": "", "label": label, "pin": True}
            )
            if number % 100 == 0:
                assert path.read_text(encoding="utf-8") == text
                assert f'label = "{label}"' in beside.read_text(encoding="utf-8")
            if number % max(1, edits // 10) == 0:
                own, others = read_memory(server.pid)
                print(f"{number:>6} edits: server {own:.0f} MB, its processes {others:.0f} MB", flush=True)
        server.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--edits", type=int, default=5000)
    wanted = parser.parse_args().edits
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.toml").touch()
        (folder / "short.txt").write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
        write_long(folder / "long.txt")
        if wanted:
            measure_edits(folder, wanted)
        (folder / "short.toml").unlink(missing_ok=True)
        measure_layouts(folder)


if __name__ == "__main__":
    main()
