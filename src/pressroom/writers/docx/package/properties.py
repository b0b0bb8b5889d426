"""What the file says of itself: core properties, and the record of where everything came from."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from pressroom.model.report import Provenance
from pressroom.writers.docx.package.archive import new_part
from pressroom.writers.docx.package.markup import DECLARATION, escape

if TYPE_CHECKING:
    from docx.package import Package
    from lxml.html import HtmlElement

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 255
PREFIX = "Pressroom "
_UNDATED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # what zip calls the beginning; no clock is asked


def set_core(package: Package, root: HtmlElement, title: str, lang: str) -> None:
    """Fill the core properties from the page's head; ``title`` stands for one that the page does not give."""
    core = package.core_properties
    meta = {
        node.get("name") or "": (node.get("content") or "")[:_LONGEST]
        for node in root.iterdescendants("meta")
    }
    own = root.find(".//title")
    core.title = ((own.text_content() if own is not None else "") or title)[:_LONGEST]
    core.author = meta.get("author", "")
    core.last_modified_by = meta.get("author", "")
    core.subject = meta.get("description", "")
    core.keywords = meta.get("keywords", "")
    core.language = lang
    core.comments = core.category = ""
    core.revision = 1
    created = _parse_date(meta.get("dcterms.created", ""))
    core.created = created
    core.modified = _parse_date(meta.get("dcterms.modified", "")) if meta.get("dcterms.modified") else created


def _parse_date(text: str) -> dt.datetime:
    """Read an ISO date as far as it is known; the first moment of what it leaves open."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?", text)
    if not found:
        return _UNDATED
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups())
    try:
        return dt.datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=dt.UTC)
    except ValueError:
        return _UNDATED


def list_provenance(provenance: Provenance) -> dict[str, str]:
    """Return the provenance record as named strings."""
    rows = {
        f"{PREFIX}source SHA-256": provenance.source_sha256,
        f"{PREFIX}template SHA-256": provenance.template_sha256,
        f"{PREFIX}brand SHA-256": provenance.brand_sha256,
        f"{PREFIX}versions": "; ".join(f"{name} {version}" for name, version in provenance.versions),
    }
    return {name: value[:_LONGEST] for name, value in rows.items() if value}


def set_custom(package: Package, rows: dict[str, str]) -> None:
    """Write custom properties; those of the reference are kept, older ones of ours are replaced."""
    from lxml import etree

    kept: list[str] = []
    for ident, rel in list(package.rels.items()):
        if rel.reltype == _CUSTOM:
            for node in etree.fromstring(rel.target_part.blob):
                if not (node.get("name") or "").startswith(PREFIX):
                    kept.append(b"".join(etree.tostring(child) for child in node).decode())
                    kept[-1] = f'name="{escape(node.get("name") or "")}">{kept[-1]}'
            del package.rels[ident]
    ours = [f'name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr>' for name, value in rows.items()]
    if not kept and not ours:
        return
    body = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" {content}</property>'
        for pid, content in enumerate(kept + ours, 2)
    )
    text = f'{DECLARATION}<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_VT}">{body}</Properties>'
    part = new_part(package, "/docProps/custom.xml", _CUSTOM_TYPE, text.encode())
    package.relate_to(part, _CUSTOM)
