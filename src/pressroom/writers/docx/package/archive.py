"""The Word file as a package: opened with python-docx, written as the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pressroom.errors import PressroomError
from pressroom.writers.docx.package.markup import DECLARATION, XMLNS, escape, qualify

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# a template and the macro-enabled forms hold the same main part under another name
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
# python-docx's old default template carries a second style sheet that Word may find out of step with the
# first; macros, glossaries and printer settings are nothing that a report should carry away
_DROPPED = (
    "/stylesWithEffects",
    "/vbaProject",
    "/glossaryDocument",
    "/attachedTemplate",
    "/printerSettings",
    "/thumbnail",
)
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
}
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DATE = (1980, 1, 1, 0, 0, 0)


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of named files: sorted, one fixed date, content types first as Word expects."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files, key=lambda name: (name != CONTENT_TYPES, name != "_rels/.rels", name)):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, files[name])
    return out.getvalue()


def open_package(data: bytes) -> Package:
    """Open a .docx, .dotx, .docm or .dotm as python-docx's package, without its macros.

    Raises PressroomError when the bytes are no Word file.
    """
    from docx.opc.exceptions import PackageNotFoundError
    from docx.package import Package
    from lxml.etree import LxmlError

    try:
        package = Package.open(BytesIO(_convert_to_document(data)))
        main = package.main_document_part
        if not hasattr(main, "element"):
            raise KeyError(main.content_type)
        for source in (main, package, *_find_settings(main)):
            for ident in [ident for ident, rel in source.rels.items() if rel.reltype.endswith(_DROPPED)]:
                del source.rels[ident]
    except (BadZipFile, KeyError, ValueError, AttributeError, LxmlError, PackageNotFoundError) as error:
        raise PressroomError(
            f"the Word reference cannot be opened: {error}",
            cure="save it in Word as .docx or .dotx (not as Strict Open XML, not encrypted) and try again",
            rule="docx-reference-unreadable",
        ) from error
    return package


def _find_settings(main: Part) -> list[Part]:
    return [rel.target_part for rel in main.rels.values() if rel.reltype.endswith("/settings")]


def _convert_to_document(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    for other in _OTHER_MAINS:
        files[CONTENT_TYPES] = files[CONTENT_TYPES].replace(b'"' + other + b'"', b'"' + _MAIN + b'"')
    return zip_files(files)


def new_part(package: Package, name: str, content_type: str, data: bytes = b"") -> Part:
    """Make a part that is not yet related to anything; ``name`` begins with "/"."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), content_type, data, package)


def fill_part(part: Part, data: bytes) -> Part:
    """Return a part with the name, type and relationships of ``part``, and ``data`` as its content.

    A part's content names its relationships, so these are made before it.
    """
    filled = new_part(part.package, str(part.partname), part.content_type, data)
    for rel in part.rels.values():
        target = rel.target_ref if rel.is_external else rel.target_part
        filled.load_rel(rel.reltype, target, rel.rId, rel.is_external)
    return filled


def save_package(package: Package) -> bytes:
    """Return the package as bytes: every part that can be reached, and nothing else."""
    files = {"_rels/.rels": _relationships(package)}
    overrides: dict[str, str] = {}
    used = {"rels", "xml"}
    for part in package.iter_parts():
        name = str(part.partname)
        files[name[1:]] = part.blob
        extension = part.partname.ext.lower()
        if _DEFAULTS.get(extension) == part.content_type:
            used.add(extension)
        else:
            overrides[name] = part.content_type
        if part.rels:
            files[part.partname.rels_uri[1:]] = _relationships(part)
    files[CONTENT_TYPES] = _content_types(used, overrides)
    return zip_files(files)


def _content_types(used: set[str], overrides: Mapping[str, str]) -> bytes:
    rows = [f'<Default Extension="{ext}" ContentType="{_DEFAULTS[ext]}"/>' for ext in sorted(used)]
    rows += [
        f'<Override PartName="{escape(name)}" ContentType="{escape(kind)}"/>'
        for name, kind in sorted(overrides.items())
    ]
    text = (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(rows)}</Types>'
    )
    return (DECLARATION + text).encode()


def _relationships(source: Package | Part) -> bytes:
    rows = []
    for rel in sorted(source.rels.values(), key=lambda rel: (len(rel.rId), rel.rId)):
        mode = ' TargetMode="External"' if rel.is_external else ""
        rows.append(
            f'<Relationship Id="{rel.rId}" Type="{rel.reltype}" Target="{escape(rel.target_ref)}"{mode}/>'
        )
    text = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}'
    )
    return f"{DECLARATION}{text}</Relationships>".encode()


def find_body(package: Package) -> _Element:
    """Return the body of the document. Raises PressroomError when it has none."""
    from docx.opc.part import XmlPart

    main = package.main_document_part
    assert isinstance(main, XmlPart)  # noqa: S101 - open_package has seen to it
    body: _Element | None = main.element.find(qualify("w:body"))
    if body is None:
        raise PressroomError(
            "the Word reference has no text body",
            cure="save it in Word again and try once more",
            rule="docx-reference-unreadable",
        )
    return body


def open_part(package: Package, name: str) -> _Element:
    """Return the root of a part of the document, which is made where the reference has none."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml.parser import parse_xml

    main = package.main_document_part
    for ident, rel in list(main.rels.items()):
        if rel.reltype == _RELATION + name:
            part = rel.target_part
            if not isinstance(part, XmlPart):
                part = XmlPart(part.partname, part.content_type, parse_xml(part.blob), package)
                del main.rels[ident]
                main.load_rel(rel.reltype, part, ident)
            return cast("_Element", part.element)
    uri, media = PackURI(f"/word/{name}.xml"), f"{_TYPE}{name}+xml"
    made = XmlPart(uri, media, parse_xml(f"<w:{name} {XMLNS}/>"), package)
    main.relate_to(made, _RELATION + name)
    return cast("_Element", made.element)
