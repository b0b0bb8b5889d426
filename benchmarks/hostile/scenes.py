# ruff: noqa: E501 - what is hostile in a piece reads better unbroken
"""Folders that somebody sent, each with one way to reach a file, an address or a program from its inside."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from benchmarks.hostile.command import Ended, report
from tests.hostile.targets import make_odt, make_sheets, make_word
from tests.readers.packages import SPACES, p, png

TEXT = "The title\n\nSome words with 25 apples and 300 pears, so that a report is made.\n"
MAKE = ("make", "-f", "html")
ALL = ("make", "-f", "html", "-f", "docx", "--word-pages", "pdf")
SENT = ("--to", "a@b.example", "--from", "c@d.example", "--dry-run")
Command = tuple[str, ...]
# "@" stands for the secret file, "%" for the folder that it is in, "^" for the address of a server
PLACES = ("@", "%", "^")


@dataclass(frozen=True, slots=True)
class Scene:
    """A folder: its files, its links with where they lead, and the commands that are given in it."""

    name: str
    commands: tuple[Command, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def list_links() -> Iterator[Scene]:
    """Yield scenes with symbolic links."""
    one: Mapping[str, str | bytes] = {"a.txt": TEXT}
    here = (MAKE, ("make", ".", "-f", "html", "-o", "out"))
    yield Scene("a source", here, one, {"b.txt": "@"})
    yield Scene("a source, relative", here, one, {"b.txt": "../outside/secret.txt"})
    yield Scene("a source over a link in the folder", here, one, {"b.txt": "c.txt", "c.txt": "@"})
    yield Scene("a source over a folder", here, one, {"sub": "%", "b.txt": "sub/secret.txt"})
    yield Scene("seeds", (MAKE,), one, {"seeds": "%"})
    yield Scene("a text in seeds", (MAKE,), {"seeds/a.txt": TEXT}, {"seeds/b.txt": "@"})
    yield Scene("a folder of links alone", here, {}, {"b.txt": "@"})
    yield Scene("a sidecar", (*here, ("numbers", "a.txt")), one, {"a.toml": "%/secret.toml"})
    yield Scene("report.toml", here, one, {"report.toml": "%/secret.toml"})
    yield Scene("a picture of the name", here, one, {"a.png": "@", "a.svg": "%/secret.svg"})
    shown = {"a.md": "# T\n\nWords.\n\n![w](p.svg)\n\n![w](sub/secret.svg)\n"}
    yield Scene("pictures", (ALL,), shown, {"p.svg": "%/secret.svg", "sub": "%"})
    chart = '---\nfigure: [{mark: bar, data: {file: "d.csv"}}]\n---\n\n# T\n\nWords with 25 apples.\n'
    yield Scene("a chart's data", (MAKE, ("figures", "a.md")), {"a.md": chart}, {"d.csv": "%/secret.csv"})
    word = "---\nreference: r.docx\n---\n\n# T\n\nWords with 25 apples.\n"
    yield Scene("a Word file", (ALL,), {"a.md": word}, {"r.docx": "%/secret.docx"})
    for name in ("templates", "templates/x", "templates/x/template.toml", "templates/x/report.html.j2"):
        target = "%" if name.count("/") < 2 else "@"
        files = {**one, **({"templates/x/template.toml": ""} if name.endswith("j2") else {})}
        yield Scene(f"a template: {name}", ((*ALL, "-t", "x"), ("templates",)), files, {name: target})
    for name in ("screen.css", "reference.docx", "words.txt"):
        files = {**one, "templates/x/template.toml": 'inherits = "briefing"\n'}
        target = "%/secret.docx" if name.endswith("docx") else "@"
        yield Scene(f"a template's {name}", ((*ALL, "-t", "x"),), files, {f"templates/x/{name}": target})
    brand = (Path(__file__).parents[2] / "assets" / "brand.toml").read_text()
    yield Scene("a brand", (MAKE,), one, {"assets/brand.toml": "%/secret.toml"})
    logo = {**one, "assets/brand.toml": 'logo = "logo.svg"\n' + brand.replace("\nlogo", "\n# logo")}
    yield Scene("a logo", (MAKE,), logo, {"assets/logo.svg": "%/secret.svg"})
    matrix = {**one, "report.toml": '[[matrix]]\nlang = ["en", "de"]\n'}
    yield Scene("a translation", (MAKE,), matrix, {"a.de.txt": "@"})
    yield Scene("dist", (MAKE, ("proof", "a.txt", "-f", "html"), ("clean",)), one, {"dist": "%"})
    yield Scene("dist, to send", (("send", "a.txt", *SENT),), one, {"dist": "%"})
    yield Scene("an output", (MAKE, (*MAKE, "--force")), one, {"dist/a.html": "%/written.html"})
    yield Scene("what is kept", (MAKE, ("clean",), (*MAKE, "--prune")), one, {"dist/.pressroom": "%"})
    yield Scene("the store", (ALL, ("clean",), (*ALL, "--prune")), one, {"dist/.pressroom/store": "%"})
    yield Scene("the lock", (MAKE, ("clean",)), one, {"dist/.pressroom/lock": "@"})
    yield Scene("the outbox", (("send", "a.txt", *SENT), ("outbox",)), one, {"outbox": "%"})
    pulled = {"edited.docx": _make_pulled("b.md")}
    yield Scene("what is pulled into", (("pull", "edited.docx", "--apply"),), pulled, {"b.md": "%/brief.md"})


def list_names() -> Iterator[Scene]:
    """Yield scenes with names of files in what is read: packages, tables, edits, mail."""
    for name in (
        "../outside/brief.md",
        "/etc/passwd",
        "..\\outside\\brief.md",
        "report.toml",
        ".git/hooks/x",
        "a\nb",
    ):
        files = {"edited.docx": _make_pulled(name), "report.toml": "", ".git/hooks/x": "x\n"}
        yield Scene(f"pulled into {name!r}", (("pull", "edited.docx", "--apply"),), files)
    for name in ("../outside/written", "%/written", "..\\outside\\written", "word/../../outside/written"):
        packages = {"a.docx": make_word({name: b"x"}), "b.odt": make_odt({name: b"x"})}
        yield Scene(f"a part called {name!r}", (ALL, ("check", "a.docx")), packages)
    for target in ("../../outside/secret.svg", "%/secret.svg", "file://%/secret.svg", "../secret.svg"):
        body = _make_linked(f'Target="{target}"')
        yield Scene(f"an inner relation to {target}", (ALL, ("check", "a.docx")), {"a.docx": body})
    rows = 'name,file,front\n../../outside/written,../outside/secret.svg,"x\nreference: %/secret.docx"\n'
    fields = "---\ntitle: {{ row.front }}\n---\n\n# T {{ row.name }}\n\nWords.\n\n![w]({{ row.file }})\n"
    data = ("a.md", "--data", "rows.csv")
    table: Mapping[str, str | bytes] = {"a.md": fields, "rows.csv": rows}
    yield Scene("names and settings in rows", ((*ALL, *data),), table)
    yield Scene(
        "a pattern of names", ((*MAKE, *data, "--name", "{name}"), (*MAKE, *data, "--name", "{front}")), table
    )
    yield Scene(
        "a matrix's names",
        (MAKE,),
        {**table, "report.toml": '[[matrix]]\ndata = "rows.csv"\nname = "../{name}"\n'},
    )
    for number, cell in enumerate(
        ('=WEBSERVICE("^")', "=cmd|'/C calc'!A0", "{{ row.__class__ }}", "@", "s3://x/y")
    ):
        sheet = {"a.md": fields, "rows.csv": f'name,file,front\nA,"{cell.replace(chr(34), chr(34) * 2)}",T\n'}
        yield Scene(f"a cell {number}", ((*ALL, *data),), sheet)
    outer = make_sheets({"xl/externalLinks/_rels/externalLink1.xml.rels": b"<Relationships/>", "../w": b"x"})
    yield Scene(
        "a workbook",
        ((*MAKE, "a.md", "--data", "rows.xlsx"), (*MAKE, "rows.xlsx")),
        {"a.md": fields, "rows.xlsx": outer},
    )
    mail = (
        "From: a@b.example\nSubject: T\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    )
    mail += "Content-Type: text/html\n\n<p>Words with 25 apples.<img src='cid:x'><img src='../outside/secret.svg'>\n--b\n"
    for name in ("../../outside/written.png", "%/written.png", "..\\written.png", "a\tb\x1b.png"):
        part = f'Content-Type: image/png; name="{name}"\nContent-ID: <x>\nContent-Disposition: attachment; filename="{name}"\n\nx\n--b--\n'
        yield Scene(f"an attachment called {name!r}", (ALL, ("outline", "a.eml")), {"a.eml": mail + part})


def list_pictures() -> Iterator[Scene]:
    """Yield scenes with an SVG that names a file or an address."""
    inside = (
        '<image href="@"/>',
        '<image xlink:href="%/secret.svg"/>',
        '<image href="^"/>',
        '<use href="%/secret.svg#s"/>',
        '<style>@import url("^"); text { fill: url("%/secret.svg#s") }</style>',
        '<style>@font-face { font-family: x; src: url("^") } text { font-family: x }</style>',
        '<rect width="9" height="9" fill="url(%/secret.svg#s)"/>',
        '<filter id="f"><feImage href="%/secret.svg"/></filter><rect filter="url(#f)" width="9" height="9"/>',
        '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="@"/></foreignObject>',
        '<script href="^"/><script>fetch("^")</script>',
        '<a href="^"><text y="9">w</text></a>',
        '<text y="9">&e;</text>',
    )
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    top = '<?xml version="1.0"?><?xml-stylesheet href="^"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file://@">]>'
    for number, piece in enumerate(inside):
        picture = f'{top if "&e;" in piece else ""}<svg {space} width="20" height="20">{piece}<text y="19">w</text></svg>'
        text = "# T\n\nWords with 25 apples.\n\n![w](p.svg)\n"
        pdf = (("make", "-f", "pdf", "-f", "html", "-f", "email"),) if number % 4 == 0 else (ALL,)
        yield Scene(f"in an SVG: {piece[:30]}", pdf, {"a.md": text, "p.svg": picture})
    styled = f'<?xml-stylesheet type="text/css" href="%/secret.css"?><svg {space} width="9" height="9"><text y="9">w</text></svg>'
    yield Scene("a style sheet of an SVG", (ALL,), {"a.md": "# T\n\n![w](p.svg)\n", "p.svg": styled})


def list_addresses() -> Iterator[Scene]:
    """Yield scenes with addresses of storages, which a library would open."""
    addresses = (
        "file://@",
        "local://@",
        "simplecache::file://@",
        "zip://x::file://@",
        "s3://bucket/x",
        "^",
        "memory://x",
    )
    for address in addresses:
        for setting in ("reference", "press_profile", "picture"):
            text = f'---\n{setting}: "{address}"\n---\n\n# T\n\nWords with 25 apples.\n'
            yield Scene(f"{setting}: {address}", ((*ALL, "--timeout", "60"),), {"a.md": text})
        text = f'---\nfigure: [{{mark: bar, data: {{file: "{address}"}}}}]\n---\n\n# T\n\nWords ![w]({address}).\n'
        yield Scene(f"data: {address}", (ALL,), {"a.md": text})


def list_programs() -> Iterator[Scene]:
    """Yield scenes with what a program here might take for its own: settings, hooks, modules, records."""
    two: Mapping[str, str | bytes] = {"a.txt": TEXT, "b.txt": TEXT}
    run = "open('was-run', 'w').write('x')\n"
    modules = {
        f"{name}.py": run for name in ("docx", "yaml", "lxml", "signal", "multiprocessing", "sitecustomize")
    }
    yield Scene("Python modules", (ALL,), {**two, **modules})
    rc = "text.usetex: True\ntext.latex.preamble: \\\\input{@}\nbackend: module://evil\n"
    chart = "# T\n\n| Year | Cars |\n|--|--|\n| 2020 | 10 |\n| 2021 | 20 |\n| 2022 | 40 |\n"
    yield Scene("matplotlibrc", (ALL,), {"a.md": chart, "matplotlibrc": rc, "evil.py": run})
    yield Scene("a broken matplotlibrc", (ALL,), {"a.md": chart, "matplotlibrc": b"\xff\xfe: x"})
    hooks = {
        ".git/config": "[core]\nfsmonitor = touch was-run\n",
        ".git/hooks/post-checkout": "#!/bin/sh\ntouch was-run\n",
    }
    yield Scene("a git repository", (MAKE, ("make", ".", "-f", "html")), {**two, **hooks})
    dask = "distributed:\n  scheduler:\n    preload: evil.py\n  nanny:\n    preload: [evil.py]\n"
    yield Scene(
        "settings of Dask",
        ((*MAKE, "--engine", "dask"), MAKE),
        {**two, "dask.yaml": dask, ".dask/dask.yaml": dask, "evil.py": run},
    )
    yield Scene(
        "a program of that name",
        (ALL,),
        {**two, "soffice": "#!/bin/sh\ntouch was-run\n", "ipptool": "#!/bin/sh\ntouch was-run\n"},
    )
    yield Scene(
        "an outbox with messages",
        (("outbox", "deliver", "--smtp", "smtp://^"), ("outbox",), ("send", "a.txt", *SENT)),
        {**two, "outbox/outbox.sqlite": _make_outbox()},
    )
    forged = {
        "format": 3,
        "dependencies": {},
        "outputs": {"@": "0"},
        "message": "SENT BY SOMEBODY",
        "source": "/gone",
        "row": "",
    }
    records = {
        "dist/.pressroom/0123456789abcdef01234567.json": json.dumps(forged),
        "dist/.pressroom/placing-1": "0" * 64 + '\n[["../a.txt", "../outside/secret.txt", ""]]',
    }
    yield Scene("forged records", ((*MAKE, "--prune"), ("clean",), MAKE), {**two, **records})
    names = (
        "-o..txt",
        "--out=x.txt",
        "{key}.txt",
        "a\nb.txt",
        "\x1b]0;x\x07.txt",
        "...txt",
        "a‮txt.exe.txt",
        " .txt",
    )
    yield Scene(
        "names of files", (("make", ".", "-f", "html", "-o", "out"), MAKE), dict.fromkeys(names, TEXT)
    )


BRIEF = "# The text\n\nSome words with 25 apples.\n\nMore words stand here.\n"


@cache
def _make_word() -> bytes:
    """Return a Word file that was made of BRIEF, and edited."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "brief.md").write_text(BRIEF)
        ended = report(Path(folder), "make", "brief.md", "-f", "docx", "--word-pages", "pdf", "-o", ".")
        if ended.verdict != "built":
            raise RuntimeError(ended.said)
        return Path(folder, "brief.docx").read_bytes()


def _make_pulled(name: str) -> bytes:
    """Return an edited Word file of ours that says it was made of a text of this name."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_make_word())) as package,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for part in package.namelist():
            data = package.read(part).replace(b"More words stand", b"Other words stand")
            if part.startswith("customXml/"):
                data = data.replace(b"brief.md", name.replace("\n", "&#10;").encode())
            out.writestr(part, data)
    return made.getvalue()


def _make_linked(target: str) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="rx"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    relations = f'<Relationships><Relationship Id="rx" Type="{space}/image" {target}/></Relationships>'
    body = f"<w:document {SPACES}><w:body>{p('T', 'T')}{p('Words.')}{picture}</w:body></w:document>"
    return make_word({"word/document.xml": body.encode(), "word/_rels/document.xml.rels": relations.encode()})


def _make_outbox() -> bytes:
    """Return an outbox that only looks like one: whoever reads it is told lies."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.sqlite")
        with closing(sqlite3.connect(file)) as base:
            base.execute("create table campaign (id text, report text, name text, title text, sender text)")
            base.execute(
                "create view message as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"
            )
            base.commit()
        return file.read_bytes()


def put(scene: Scene, folder: Path, outside: Path, port: int) -> None:
    """Make the folder of a scene, beside the one with the secret."""

    def fill(text: str) -> str:
        for sign, value in zip(
            PLACES, (outside / "secret.txt", outside, f"http://127.0.0.1:{port}/x"), strict=True
        ):
            text = text.replace(sign, str(value)) if sign != "@" or "@import" not in text else text
        return text

    folder.mkdir()
    for name, data in scene.files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else fill(data).encode())
        if name in ("soffice", "ipptool") or "hooks" in name:
            place.chmod(0o755)
    for name, target in scene.links.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(fill(target))


def play(scene: Scene, folder: Path, port: int) -> Iterator[tuple[Command, Ended]]:
    """Give the commands of a scene in its folder; yield each with what came of it."""
    for command in scene.commands:
        words = tuple(word.replace("http://", "") if word.startswith("smtp") else word for word in command)
        yield command, report(folder, *(word.replace("^", f"127.0.0.1:{port}") for word in words))


def list_scenes() -> tuple[Scene, ...]:
    """Return all scenes."""
    return (*list_links(), *list_names(), *list_pictures(), *list_addresses(), *list_programs())


def make_secrets(outside: Path, secret: str) -> None:
    """Put the secret into a folder, in a file of each kind that a scene reaches for."""
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{secret}\n\nSome words {secret} with 25 apples and 300 pears.\n")
    (outside / "brief.md").write_text(BRIEF)
    (outside / "secret.toml").write_text(f'title = "{secret}"\nname = "{secret}"\ndescription = "{secret}"\n')
    (outside / "secret.csv").write_text(f"name,value\n{secret},12\nB,30\nC,50\n")
    (outside / "secret.css").write_text(f"/* {secret} */ text {{ font-family: '{secret}' }}\n")
    (outside / "secret.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text id="s" y="9">{secret}</text></svg>'
    )
    (outside / "secret.png").write_bytes(png())
    (outside / "template.toml").write_text(f'description = "{secret}"\n')
    header = f"<w:hdr {SPACES}>{p(secret)}</w:hdr>".encode()
    (outside / "secret.docx").write_bytes(make_word({"word/header1.xml": header}))
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("x", secret)
    (outside / "secret.zip").write_bytes(made.getvalue())
