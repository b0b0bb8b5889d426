"""Files and addresses named in every way that a format knows: nothing is read, fetched or written."""

from __future__ import annotations

import hashlib
import io
import socket
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.hostile import scenes
from benchmarks.hostile.batch import make
from tests.hostile.targets import make_odt, make_word
from tests.readers.packages import SPACES, p

SECRET = "canary-" + hashlib.sha256(b"pressroom").hexdigest()[:16]
TEXT = "Some words with 25 apples and 300 pears, so that a report is made.\n"
# "@" stands for a file or an address
_HTML = (
    '<img src="@">',
    '<img srcset="@ 2x" src="x.png">',
    '<picture><source srcset="@"><img src="x.png"></picture>',
    '<iframe src="@"></iframe>',
    '<object data="@"></object>',
    '<embed src="@">',
    '<link rel="stylesheet" href="@">',
    '<link rel="attachment" href="@">',
    '<a rel="attachment" href="@">words</a>',
    '<style>@import url("@");</style>',
    '<style>p { background: url("@") }</style>',
    '<style>@font-face { font-family: x; src: url("@") } p { font-family: x }</style>',
    '<p style="background: url(@)">words</p>',
    '<p style="content: attr(x url, url(@))">words</p>',
    '<base href="@"><img src="x.png">',
    '<meta http-equiv="refresh" content="0; url=@">',
    '<script src="@"></script>',
    '<video src="@" poster="@"></video>',
    '<audio src="@"></audio>',
    '<input type="image" src="@">',
    '<svg><image href="@"/></svg>',
    '<svg><use href="@#x"/></svg>',
    '<svg><foreignObject><img src="@"/></foreignObject></svg>',
    '<body background="@">',
    '<table background="@"><tr><td>words</table>',
    '<blockquote cite="@">words</blockquote>',
    '<frameset><frame src="@"></frameset>',
    '<math><mglyph src="@"/></math>',
)
_MARKDOWN = ("![words](@)", "![words][r]\n\n[r]: @", "[words](@)", "<@>", '![words](<@> "t")', "[![a](@)](@)")
_FRONT = (
    "reference: @",
    "press_profile: @",
    "picture: @",
    "template: @",
    "logo: @",
    "brand: @",
    "figure: [{mark: bar, data: {file: '@'}}]",
    "figure: [{mark: bar, data: {url: '@'}}]",
    "mail: {suppressed: '@'}",
    "smtp: {server: '@', ca: '@'}",
    "include: @",
    "css: @",
    "data: @",
    "bibliography: @",
)
_WORD = {
    "linked picture": "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
    '<a:blip r:link="rx"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
    "chunk": '<w:altChunk r:id="rx"/>',
    "subdocument": '<w:subDoc r:id="rx"/>',
    "text field": '<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;@&quot;"/></w:p>',
    "picture field": '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;@&quot; \\d"/></w:p>',
    "dde": '<w:p><w:fldSimple w:instr="DDEAUTO &quot;@&quot; x"/></w:p>',
    "vml": '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rx" src="@"/></v:shape></w:pict></w:r></w:p>',
}
_KINDS = ("image", "attachedTemplate", "aFChunk", "subDocument", "oleObject", "frame", "hyperlink")
_RTF = (
    '{\\field{\\*\\fldinst INCLUDEPICTURE "@"}{\\fldrslt x}}',
    '{\\field{\\*\\fldinst INCLUDETEXT "@"}{\\fldrslt x}}',
    "{\\*\\template @}",
    "{\\object\\objautlink{\\*\\objdata 00}{\\*\\objclass @}}",
)
_MAIL = (
    'Content-Type: message/external-body; access-type=local-file; name="@"\n\nContent-Type: text/plain\n\n',
    'Content-Type: message/external-body; access-type=URL; URL="@"\n\nContent-Type: text/plain\n\n',
    'Content-Type: text/html\n\n<p>words<img src="@">',
    'Content-Type: text/html\nContent-Location: @\n\n<p>words<img src="x.png">',
)
_XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "@">]>'


def make_vectors(target: str, name: str) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Yield what each vector is called and its files, the first of which is the source, for one target."""

    def fill(text: str) -> bytes:
        return (
            text.replace("@import", "\1")
            .replace("@font", "\2")
            .replace("@", target)
            .replace("\1", "@import")
            .replace("\2", "@font")
            .encode()
        )

    for number, piece in enumerate(_HTML):
        yield f"html {number}", {f"{name}h{number}.html": b"<h1>T</h1><p>" + TEXT.encode() + fill(piece)}
        yield (
            f"html in markdown {number}",
            {f"{name}i{number}.md": b"# T\n\n" + TEXT.encode() + b"\n" + fill(piece)},
        )
    for number, piece in enumerate(_MARKDOWN):
        yield f"markdown {number}", {f"{name}m{number}.md": b"# T\n\n" + TEXT.encode() + b"\n" + fill(piece)}
    for number, piece in enumerate(_FRONT):
        yield f"front matter {number}", {f"{name}f{number}.md": fill(f"---\n{piece}\n---\n\n# T\n\n{TEXT}")}
    for setting in ("reference", "press_profile", "picture", "template"):
        stem = f"{name}s{setting}"
        yield (
            f"sidecar {setting}",
            {f"{stem}.txt": f"T\n\n{TEXT}".encode(), f"{stem}.toml": fill(f'{setting} = "@"\n')},
        )
    for number, (kind, body) in enumerate(_WORD.items()):
        yield f"word {kind}", {f"{name}w{number}.docx": _link(fill(body).decode(), "image", target)}
    for number, kind in enumerate(_KINDS):
        yield f"word relation {kind}", {f"{name}r{number}.docx": _link("", kind, target)}
    entity = fill(_XXE).decode() + f"<w:document {SPACES}><w:body>{p(TEXT + '&e;')}</w:body></w:document>"
    yield "word entity", {f"{name}we.docx": make_word({"word/document.xml": entity.encode()})}
    for number, attribute in enumerate(
        ("draw:image", "text:section-source", "draw:object", "office:event-listeners")
    ):
        yield f"odt {attribute}", {f"{name}o{number}.odt": make_odt({"content.xml": _odt(attribute, target)})}
    for number, piece in enumerate(_RTF):
        yield (
            f"rtf {number}",
            {f"{name}t{number}.rtf": b"{\\rtf1 " + TEXT.encode() + b"\\par " + fill(piece) + b"}"},
        )
    for number, piece in enumerate(_MAIL):
        head = b"From: a@b.example\nSubject: T\nMIME-Version: 1.0\n"
        yield f"mail {number}", {f"{name}e{number}.eml": head + fill(piece)}


def _link(body: str, kind: str, target: str) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Id="rx" Type="{space}/{kind}" Target="{target}"'
        ' TargetMode="External"/></Relationships>'
    )
    document = f"<w:document {SPACES}><w:body>{p('T', 'T')}{p(TEXT)}{body}</w:body></w:document>"
    return make_word(
        {"word/document.xml": document.encode(), "word/_rels/document.xml.rels": relations.encode()}
    )


def _odt(element: str, target: str) -> bytes:
    names = ("office", "text", "draw", "script", "table", "style")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    spaces = (
        spaces.replace("xmlns:draw:1.0", "xmlns:drawing:1.0") + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    return (
        f"<office:document-content {spaces}><office:body><office:text><text:p>{TEXT}</text:p>"
        f'<text:p><draw:frame><{element} xlink:href="{target}" xlink:actuate="onLoad"/></draw:frame></text:p>'
        "</office:text></office:body></office:document-content>"
    ).encode()


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Yield a port of this machine, and what came to it."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                came.append(connection.recv(1000))
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1], came
        server.shutdown(socket.SHUT_RDWR)


def find_leaks(folder: Path) -> list[str]:
    """Return the outputs that hold the secret, in themselves or in what is packed in them."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return [str(file) for file in files if SECRET.encode() in _unpack(file)]


def _unpack(file: Path) -> bytes:
    data = file.read_bytes()
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"".join(package.read(name) for name in package.namelist())
    if file.suffix == ".pdf":
        import pikepdf
        import pypdfium2

        with pypdfium2.PdfDocument(data) as pdf:
            words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            streams = [
                each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and _opens(each)
            ]
        return words.encode() + b"".join(streams)
    if file.suffix == ".eml":
        import email

        parts = email.message_from_bytes(data).walk()
        return b"".join(part.get_payload(decode=True) or b"" for part in parts)
    return data


def _opens(stream: object) -> bool:
    try:
        stream.read_bytes()  # type: ignore[attr-defined]  # of pikepdf
    except Exception:  # a picture's own packing
        return False
    return True


def describe(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return all files of a folder with what changes when one is written or touched."""
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def run(folder: Path) -> tuple[Counter[str], Sequence[str]]:
    """Make all vectors to a secret and to a server; return the counts, and what leaked."""
    outside, inside = folder / "outside", folder / "inside"
    outside.mkdir()
    inside.mkdir()
    secret = outside / "secret.txt"
    secret.write_text(f"{SECRET}\n{TEXT}")
    (outside / "secret.docx").write_bytes(
        make_word({"word/header1.xml": f"<w:hdr {SPACES}>{p(SECRET)}</w:hdr>".encode()})
    )
    before = describe(outside)
    counts: Counter[str] = Counter()
    with listening() as (port, came):
        targets = {
            "abs": str(secret),
            "up": "../outside/secret.txt",
            "file": secret.as_uri(),
            "docx": str(outside / "secret.docx"),
            "net": f"http://127.0.0.1:{port}/x.png",
        }
        (inside / "report.toml").touch()
        for place, target in targets.items():
            counts["vectors"] += _write(inside, target, place)
        (inside / "linked.txt").symlink_to(secret)
        made, bad = make(inside, ("all",), "out")
        counts.update(made)
        counts["connections"] = len(came)
    leaks = find_leaks(inside / "out")
    counts["leaks"], counts["written outside"] = len(leaks), int(describe(outside) != before)
    found, more = run_scenes(folder / "scenes")
    return counts + found, [*bad, *leaks, *(repr(each) for each in came), *more]


def run_scenes(folder: Path) -> tuple[Counter[str], list[str]]:
    """Play all scenes; return the counts, and what leaked, was fetched, written or run in which."""
    folder.mkdir()
    outside = folder / "outside"
    scenes.make_secrets(outside, SECRET)
    before = describe(outside)
    counts: Counter[str] = Counter()
    bad: list[str] = []
    with listening() as (port, came):
        for number, scene in enumerate(scenes.list_scenes()):
            place = folder / f"scene-{number}"
            scenes.put(scene, place, outside, port)
            counts["vectors"] += 1
            found: Counter[str] = Counter()
            for command, ended in scenes.play(scene, place, port):
                found[ended.verdict] += 1
                found["leaks"] += SECRET in ended.said
                if ended.verdict not in ("built", "refused"):
                    bad.append(f"{ended.verdict}: {scene.name}: {' '.join(command)}: {ended.said[-300:]}")
            found["leaks"] += len(find_leaks(place))
            found["connections"], found["run"] = len(came), int((place / "was-run").exists())
            if describe(outside) != before:
                found["written outside"] += 1
                before = describe(outside)
            came.clear()
            what = [
                f"{count} {name}"
                for name, count in found.items()
                if count and name not in ("built", "refused")
            ]
            if what:
                bad.append(f"{scene.name}: {', '.join(what)}")
                print(bad[-1], flush=True)
            counts += found
    return counts, bad


def _write(folder: Path, target: str, place: str) -> int:
    """Write the vectors to a target; return how many there are."""
    vectors = list(make_vectors(target, place))
    for _, files in vectors:
        for name, data in files.items():
            (folder / name).write_bytes(data)
    return len(vectors)
