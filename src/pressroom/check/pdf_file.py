"""What a PDF of ours must never hold, and what it must say the same of twice."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity

ALLOWED_LINKS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
ALLOWED_ACTIONS = frozenset({"/URI", "/GoTo"})


def check_file(data: bytes, where: str = "") -> tuple[Diagnostic, ...]:
    """Look for actions, links to elsewhere, attachments listed wrongly, and two titles.

    ``where`` names the file in the messages.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        problems = [*_find_actions(pdf), *_find_links(pdf), *_find_attachments(pdf), *_find_titles(pdf)]
    cure = "make the file again with this release; if it comes back, report it"
    return tuple(Diagnostic(Severity.ERROR, rule, message, cure, where=where) for rule, message in problems)


def _find_actions(pdf: Any) -> Iterator[tuple[str, str]]:
    for part in pdf.objects:
        kind = str(part.get("/S", "")) if hasattr(part, "keys") else ""
        if hasattr(part, "keys") and "/AA" in part:
            yield "pdf-action", "an action starts by itself"
        if kind in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"):
            yield "pdf-action", f"an action of the kind {kind[1:]}"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in pdf.Root:
            yield "pdf-action", f"the catalog has {key[1:]}"
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "pdf-action", "the file carries scripts"


def _find_links(pdf: Any) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.get("/Annots", []):
            action = annotation.get("/A")
            if action is None:
                continue
            kind, target = str(action.get("/S", "")), str(action.get("/URI", ""))
            if kind not in ALLOWED_ACTIONS:
                yield "pdf-action", f"page {number}: a link of the kind {kind[1:]}"
            elif kind == "/URI" and not ALLOWED_LINKS.match(target):
                yield "pdf-link", f"page {number}: a link to {target[:80]!r}"


def _find_attachments(pdf: Any) -> Iterator[tuple[str, str]]:
    listed = [part.objgen for part in pdf.Root.get("/AF", [])]
    if len(listed) != len(set(listed)):
        yield "pdf-attachment", "an attachment is listed twice"
    names = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    embedded = {part.objgen for part in list(names)[1::2]}
    if embedded != set(listed):
        yield "pdf-attachment", "an attachment is not in both lists"


def _find_titles(pdf: Any) -> Iterator[tuple[str, str]]:
    import xml.etree.ElementTree as ET

    if "/Metadata" not in pdf.Root:
        yield "pdf-metadata", "the file has no metadata"
        return
    packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - expat knows no outer entities
    title = packet.find(
        ".//{http://purl.org/dc/elements/1.1/}title//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
    )
    found = str(pdf.docinfo.get("/Title", ""))
    if title is None or (title.text or "") != found:
        yield (
            "pdf-metadata",
            f"the metadata's title is {title.text if title is not None else None!r}, the file's {found!r}",
        )
