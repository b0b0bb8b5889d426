"""A preview in a process of its own, and a browser that works with it as a person does."""

from __future__ import annotations

import http.cookiejar
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from pressroom.translations.interface import INTERFACE
from tests.making import ROOT
from tests.programs import require_program

LIMIT = 100.0  # seconds that anything may take on a busy machine
expect.set_options(timeout=LIMIT * 1000)

HARBOUR = """\
The Northern Harbour Authority publishes its yearly figures

The number of ferry passengers rose by 18 percent to 2.4 million in 2025. The authority spent 36 million \
euros on two new quays.

Where the money comes from

Port fees brought in 41 percent of the income, rents 33 percent, and grants of the region 26 percent.

The waiting time for lorries fell from 54 minutes in 2023 to 31 minutes in 2025.

What comes next

Work on the third quay begins in May and is to cost 12.5 million euros. About 340 people work in the harbour.
"""


def wait_until(there: Callable[[], object]) -> None:
    """Look again and again until something is there; fail when it never is."""
    deadline = time.monotonic() + LIMIT
    while not there():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.01)


@dataclass(frozen=True)
class Answered:
    """The answer to a request: its status, its bytes, its headers by their names in small letters."""

    status: int
    data: bytes = field(repr=False)
    headers: dict[str, str]

    @property
    def held(self) -> Any:
        """What its JSON holds."""
        return json.loads(self.data)


@dataclass
class Preview:
    """A running ``report preview``: its project, its addresses, its process."""

    root: Path
    link: str
    log: Path
    process: subprocess.Popen[bytes]

    def __post_init__(self) -> None:
        handlers = (urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), _Answering())
        self._opener = urllib.request.build_opener(*handlers)

    @property
    def origin(self) -> str:
        """The origin of its pages."""
        return self.link.partition("/?")[0]

    @property
    def host(self) -> str:
        """The address of the loopback that it listens on."""
        return str(urlsplit(self.link).hostname)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.origin.rpartition(":")[2])

    @property
    def token(self) -> str:
        """The token that its own pages carry."""
        return self.link.partition("token=")[2]

    def ask(self, path: str, data: object = None, **headers: str) -> Answered:
        """Ask as a page of its own does; with ``data``, bytes or an object, POST that."""
        body = data if isinstance(data, bytes) or data is None else json.dumps(data).encode()
        own = {"Cookie": f"pressroom-{self.port}={self.token}", "Origin": self.origin}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.origin + path, body, own | named)
        with self._opener.open(request, timeout=LIMIT) as answer:
            found = {name.lower(): value for name, value in answer.headers.items()}
            return Answered(answer.status, answer.read(), found)

    def add(self, name: str, text: str = HARBOUR) -> str:
        """Put a text into the project, and return the name that it has in the preview."""
        (self.root / "seeds" / name).write_text(text)
        return f"seeds/{name}"

    def read(self, source: str) -> str:
        """Return the text of a source as it is on disk."""
        return (self.root / source).read_text()

    def read_settings(self, source: str) -> dict[str, Any]:
        """Return what the settings file beside a source holds, {} where there is none."""
        path = (self.root / source).with_suffix(".toml")
        return tomllib.loads(path.read_text()) if path.exists() else {}

    def list_files(self) -> dict[str, bytes]:
        """Return the files of the project and of the folder round it, with their bytes."""
        paths = (path for path in self.root.parent.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.root.parent)): path.read_bytes()
            for path in paths
            if not path.is_relative_to(self.log.parent / "own")
            and path != self.log
            and ".pressroom" not in path.parts
        }


class _Answering(urllib.request.HTTPErrorProcessor):
    """Leaves an answer of any status as it is."""

    def http_response(self, request: Any, response: Any) -> Any:  # noqa: ARG002 - a processor's form
        return response

    https_response = http_response


@contextmanager
def previewing(folder: Path, settings: str = "") -> Iterator[Preview]:
    """Run a preview of a new project in a folder, with nothing of the user's own."""
    root, log = folder / "project", folder / "preview.log"
    (root / "seeds").mkdir(parents=True)
    (root / "report.toml").write_text(settings)
    own = {f"XDG_{kind}_HOME": str(folder / "own" / kind.lower()) for kind in ("CONFIG", "DATA")}
    own |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONSAFEPATH": "1", "OPENBLAS_NUM_THREADS": "1"}
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "pressroom", "preview", "--no-open"],
            cwd=root,
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
        )
    try:
        wait_until(lambda: process.poll() is not None or "\n" in log.read_text())
        assert process.poll() is None, log.read_text()
        yield Preview(root, log.read_text().split("\n")[0].split()[-1], log, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(LIMIT)
    assert "Traceback" not in log.read_text(), log.read_text()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Run Chromium without a window."""
    program = require_program("chromium")
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments, headless=True)
        yield browser
        browser.close()


class Visit:
    """A page of the preview in the browser."""

    def __init__(self, page: Page, preview: Preview) -> None:
        self.page, self.preview, self.source = page, preview, ""
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._note)
        page.goto(preview.link)

    def _note(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(message.text)

    def open(self, source: str) -> None:
        """Open a text, and wait for its pages."""
        self.page.goto(f"{self.preview.origin}/edit?source={source}")
        self.source = source
        self.wait(0)

    @property
    def revision(self) -> int:
        """The number of the layout that is shown."""
        return int(self.page.evaluate("Number(document.body?.dataset.revision || 0)"))

    def wait(self, before: int) -> None:
        """Wait for a layout later than one, and until nothing is under way."""
        self.page.wait_for_function(
            "([before, busy]) => Number(document.body?.dataset.revision) > before"
            " && document.getElementById('status').textContent !== busy",
            arg=[before, INTERFACE["laying_out"]],
        )

    @contextmanager
    def followed(self) -> Iterator[None]:
        """Do something that the pages follow, and wait for them."""
        before = self.revision
        yield
        self.wait(before)

    def show(self, kind: str) -> Locator:
        """Show a tab of the checks, and return its list."""
        self.page.locator(f"#kind-{kind}").click()
        found = self.page.locator(f"#list-{kind}")
        expect(found).to_be_visible()
        return found

    def press(self, word: str, about: str = "") -> None:
        """Press a button by its word and what it is about, and wait for the pages."""
        name = INTERFACE[word] + (f": {about}" if about else "")
        with self.followed():
            self.page.get_by_role("button", name=name, exact=True).click()

    def expect_words(self, words: str) -> None:
        """Wait until the pages have these words."""
        expect(self.page.locator("#sheets")).to_contain_text(words)

    def expect_settings(self, expected: dict[str, Any]) -> None:
        """Wait until the settings file beside the text holds just this."""
        wait_until(lambda: self.preview.read_settings(self.source) == expected)

    def click_word(self, word: str, ahead: int = 0) -> None:
        """Put the cursor into the text at a word, as a click there does."""
        self.page.locator("#text").evaluate(
            "(area, [word, ahead]) => { const at = area.value.indexOf(word) + ahead; area.focus();"
            " area.setSelectionRange(at, at);"
            " area.dispatchEvent(new MouseEvent('click', {bubbles: true})); }",
            [word, ahead],
        )

    def get_selected(self) -> str:
        """Return what is selected in the text."""
        return str(
            self.page.locator("#text").evaluate(
                "area => area.value.slice(area.selectionStart, area.selectionEnd)"
            )
        )
