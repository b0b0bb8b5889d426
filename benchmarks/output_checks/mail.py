"""How mails are shown: their width on a phone, their size, and what some program does not know of them."""

from __future__ import annotations

import argparse
import base64
import email
import email.policy
import html
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path
from shutil import which
from typing import cast

from benchmarks.output_checks import made
from tests.writers.email import support

PHONE = 360  # CSS pixels
CUT_OFF = 102_000  # bytes of HTML that Gmail shows, as far as its users have found
_FRAMES = """<!DOCTYPE html><meta charset="utf-8"><body>{frames}<pre id="widths"></pre><script>
onload = () => {{
  const widths = [...document.querySelectorAll("iframe")].map(
    (frame) => frame.contentDocument.documentElement.scrollWidth);
  document.getElementById("widths").textContent = JSON.stringify(widths);
}};
</script>"""
_WIDTHS = re.compile(r'<pre id="widths">([^<]*)</pre>')
_FAMILIES = ("gmail", "outlook", "apple-mail")
_WITHDRAWN = "windows-mail"
# lays all tables out in that way, asked or not
_DOES_ANYWAY = frozenset({("css-table-layout", "outlook macos")})
_READS_NO_AT_RULE = frozenset({("gmail", "mobile-webmail"), ("outlook", "windows")})  # css-at-media


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("mail")
    group.add_argument("--chromium", default="chromium", help="the browser, where it is not on the path")
    group.add_argument("--caniemail", type=Path, help="folder _features of github.com/hteumeuleu/caniemail")


def measure(asked: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        stems, refused = made.make_outputs(asked, Path(folder), ("email",))
        mails = {stem: read_html(stem.with_suffix(".eml").read_bytes()) for stem in stems}
        widths: Mapping[Path, int] = {}
        if which(asked.chromium):
            found = measure_widths([show_pictures(*mail) for mail in mails.values()], asked, Path(folder))
            widths = dict(zip(stems, found, strict=True))
        else:
            yield "width not measured: --chromium is missing"
    sizes = {stem: len(text.encode()) for stem, (text, _) in mails.items()}
    findings = {stem: support.find_unsupported(text) for stem, (text, _) in mails.items()}
    for stem in stems:
        width = f"{widths[stem]:5} px" if widths else ""
        yield f"{stem.name:32} {sizes[stem] / 1000:6.1f} kB {width}  {'; '.join(findings[stem])}".rstrip()
    yield from (f"refused, and not measured: {name}" for name in refused)
    if widths:
        yield f"wider than {PHONE} px: {sum(width > PHONE for width in widths.values())} of {len(stems)}"
    yield f"larger than {CUT_OFF / 1000:.0f} kB: {sum(size > CUT_OFF for size in sizes.values())}"
    yield f"what some program does not know: {sum(map(len, findings.values()))}"
    if asked.caniemail:
        yield from compare_with_caniemail(asked.caniemail)
    else:
        yield "tests/writers/email/support.py not compared with caniemail: --caniemail is missing"


def read_html(data: bytes) -> tuple[str, Mapping[str, str]]:
    """Return the HTML of a message, and its pictures as data addresses by their Content-ID."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("html",))
    pictures = {
        part["Content-ID"][1:-1]: f"data:{part.get_content_type()};base64,"
        + base64.b64encode(cast(EmailMessage, part).get_content()).decode()
        for part in message.walk()
        if part["Content-ID"]
    }
    return (body.get_content() if body else ""), pictures


def show_pictures(text: str, pictures: Mapping[str, str]) -> str:
    """Return the HTML with its pictures in it, so that a browser can show it."""
    return re.sub(r'src="cid:([^"]*)"', lambda found: f'src="{pictures[found[1]]}"', text)


def measure_widths(pages: list[str], asked: argparse.Namespace, folder: Path) -> list[int]:
    """Return how wide each page is on a screen of ``PHONE`` pixels, as headless Chromium lays it out."""
    frames = (
        f'<iframe width="{PHONE}" height="800" style="border: 0" srcdoc="{html.escape(page)}"></iframe>'
        for page in pages
    )
    file = folder / "widths.html"
    file.write_text(_FRAMES.format(frames="".join(frames)), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--dump-dom")
    done = subprocess.run(
        [asked.chromium, *options, file.as_uri()], capture_output=True, text=True, check=True, timeout=300
    )
    found = _WIDTHS.search(done.stdout)
    if found is None or not found[1]:
        raise RuntimeError(f"Chromium measured nothing: {done.stderr}")
    return cast(list[int], json.loads(found[1]))


def compare_with_caniemail(folder: Path) -> Iterator[str]:
    """Yield what the data say otherwise than the tables of allowed properties."""
    contradicted = 0
    for table, name in ((support.INLINE, "style"), (support.AT_RULE, "at-rule")):
        for prop, page in table.items():
            for program in (
                _list_unsupporting(folder / f"{page}.md", at_rule=name == "at-rule") if page else ()
            ):
                if (page, program) in _DOES_ANYWAY:
                    continue
                contradicted += 1
                yield f"{prop} in {name}s: caniemail lists it as unsupported by {program} ({page})"
    pages = {page for page in support.AT_RULE.values() if page}
    yield f"tables compared with {len(pages)} pages of caniemail: {contradicted} contradictions"


def _list_unsupporting(page: Path, *, at_rule: bool) -> Iterator[str]:
    """Yield the programs whose newest test on a page says "n"."""
    text = page.read_text(encoding="utf-8")
    for family in _FAMILIES:
        block = re.search(rf"\b{family}\b[^{{]*{{((?:[^{{}}]|{{[^{{}}]*}})*)}}", text)
        if block is None:
            raise RuntimeError(f"{page.name} has no {family}")
        for platform, tests in re.findall(r"([\w-]+)\"?:\s*{([^}]*)}", block[1]):
            values = re.findall(r'":\s*"([^"]*)"', tests)
            if platform == _WITHDRAWN or (at_rule and (family, platform) in _READS_NO_AT_RULE):
                continue
            if values and values[-1].startswith("n"):
                yield f"{family} {platform}"
