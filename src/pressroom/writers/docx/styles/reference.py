"""A reference document prepared: placeholders filled, sample text removed, the place of the text found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pressroom.errors import PressroomError
from pressroom.writers.docx.package.markup import R, find_language_slot, qualify

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package
    from jinja2 import Environment
    from lxml.etree import _Element

    from pressroom.model.report import Report

_P, _T, _VAL = qualify("w:p"), qualify("w:t"), qualify("w:val")
_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_BODY = re.compile(r"\s*\{\{\s*body\s*\}\}\s*")
# Word corrects quotes and puts hard spaces as one types
_TYPED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
# the roles of the first page that a placeholder of the reference's own cover stands for
_COVER_ROLES = (
    ("report.title", "title"),
    ("report.standfirst", "standfirst"),
    ("report.author", "byline"),
    ("report.date", "date"),
    ("report.marking", "marking"),
    ("report.issuer", "issuer"),
    ("brand.name", "brand"),
)
# parts that belong to the reference's sample text, or to its author, and not to the report
_SAMPLE = (
    "/comments",
    "/commentsExtended",
    "/commentsIds",
    "/commentsExtensible",
    "/people",
    "/footnotes",
    "/endnotes",
)
_NOTED = tuple(
    qualify(f"w:{name}")
    for name in (
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "footnoteReference",
        "endnoteReference",
    )
)


@dataclass(frozen=True, slots=True)
class PreparedReference:
    """What is known of a prepared reference.

    ``slot`` is the paragraph that the text replaces (None: the end); ``shown_roles`` are the roles of the
    first page that the reference's own cover already shows.
    """

    slot: _Element | None
    shown_roles: frozenset[str]


def prepare_reference(package: Package, main: Part, body: _Element, report: Report) -> PreparedReference:
    """Fill the placeholders of every part, find the place of the text, and take the sample text out.

    Raises PressroomError for a placeholder that means nothing.
    """
    environment = _make_environment()
    slot = _find_slot(body)
    shown_roles: set[str] = set()
    if slot is None:
        _remove_sample_text(body)
    for name, root in _list_parts(package):
        for paragraph in list(root.iter(_P)):
            if paragraph is slot:
                continue
            found = _fill_placeholders(paragraph, environment, report, name)
            if root.tag == qualify("w:document"):
                shown_roles |= {role for path, role in _COVER_ROLES if any(path in text for text in found)}
        _fill_controls(root, report)
    _drop_sample_parts(main, body)
    return PreparedReference(slot, frozenset(shown_roles))


def _make_environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def shown(value: object) -> object:
        return ", ".join(str(item) for item in value) if isinstance(value, tuple) else value

    # the result is a text node, which lxml escapes
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=shown, autoescape=False)


def _list_parts(package: Package) -> Iterator[tuple[str, _Element]]:
    from docx.opc.part import XmlPart

    for part in package.iter_parts():
        if isinstance(part, XmlPart) and str(part.partname).startswith("/word/"):
            yield str(part.partname), part.element


def _find_slot(body: _Element) -> _Element | None:
    for paragraph in body.iter(_P):
        if _BODY.fullmatch("".join(node.text or "" for node in _text_nodes(paragraph))):
            if paragraph.getparent() is not body:
                raise PressroomError(
                    "the reference's {{ body }} stands in a table, a text box or a content control",
                    cure="put it into a paragraph of its own between the others",
                    rule="docx-body-nested",
                )
            return paragraph
    return None


def _text_nodes(paragraph: _Element) -> list[_Element]:
    """Return the text nodes of a paragraph, without those of text boxes that hang on it."""
    return [
        node for node in paragraph.iter(_T) if next((up for up in node.iterancestors(_P)), None) is paragraph
    ]


def _fill_placeholders(paragraph: _Element, environment: Environment, report: Report, name: str) -> list[str]:
    """Replace the placeholders of a paragraph, however Word has split them; return their expressions."""
    nodes = _text_nodes(paragraph)
    text = "".join(node.text or "" for node in nodes)
    matches = list(_PLACEHOLDER.finditer(text))
    for match in reversed(matches):
        value = _evaluate(match.group().translate(_TYPED), environment, report, name)
        _replace(nodes, match.start(), match.end(), value)
    return [match.group(1) for match in matches]


def _evaluate(expression: str, environment: Environment, report: Report, name: str) -> str:
    from jinja2 import TemplateError

    try:
        return environment.from_string(expression).render(report=report, brand=report.brand)
    except (TemplateError, TypeError, ValueError, AttributeError, KeyError, ArithmeticError) as error:
        raise PressroomError(
            f"a placeholder of the Word reference, in {name}, cannot be filled: {expression}: {error}",
            cure="use {{ body }}, {{ brand.name }} or a field of the report such as {{ report.title }}",
            rule="docx-placeholder",
        ) from error


def _replace(nodes: list[_Element], start: int, end: int, value: str) -> None:
    """Put a value in place of characters of consecutive text nodes; it goes where the first of them stood."""
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            node.text = text[:first] + value + text[last:]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""
        at += len(text)


def _fill_controls(root: _Element, report: Report) -> None:
    """Show the core properties in the content controls that are bound to them, as Word does on opening."""
    values = {
        "title": report.title,
        "creator": "; ".join(report.author),
        "description": report.standfirst,
        "subject": report.standfirst,
    }
    for binding in root.iter(qualify("w:dataBinding")):
        path = binding.get(qualify("w:xpath"), "")
        if "coreProperties" not in path:
            continue
        field = path.rpartition(":")[2].split("[")[0]
        control = next(binding.iterancestors(qualify("w:sdt")))
        nodes = list(control.iter(_T))
        if field not in values or not nodes:
            continue
        nodes[0].text = values[field]
        for node in nodes[1:]:
            node.text = ""
        for hint in list(control.iter(qualify("w:showingPlcHdr"))):
            parent = hint.getparent()
            if parent is not None:
                parent.remove(hint)


def _remove_sample_text(body: _Element) -> None:
    """Take the sample text out; a cover from Word's gallery stays, and the last section's set-up."""
    for node in list(body):
        gallery = node.find(f".//{qualify('w:docPartGallery')}")
        cover = node.tag == qualify("w:sdt") and gallery is not None
        if cover and gallery is not None and gallery.get(_VAL) == "Cover Pages":
            continue
        if node.tag != qualify("w:sectPr"):
            body.remove(node)


def _drop_sample_parts(main: Part, body: _Element) -> None:
    for node in list(body.iter(*_NOTED)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for ident in [ident for ident, rel in main.rels.items() if rel.reltype.endswith(_SAMPLE)]:
        del main.rels[ident]


_OFTEN_UNUSED = (
    "/image",
    "/hyperlink",
    "/chart",
    "/oleObject",
    "/package",
    "/diagramData",
    "/header",
    "/footer",
)


def drop_unused_relations(main: Part, root: _Element) -> None:
    """Remove relationships that only the sample text used: pictures, links, charts, headers."""
    used = set(cast("list[str]", root.getroottree().xpath("//@r:*", namespaces={"r": R})))
    for ident in [ident for ident, rel in main.rels.items() if rel.reltype.endswith(_OFTEN_UNUSED)]:
        if ident not in used:
            del main.rels[ident]


_SETTINGS_DROPPED = ("attachedTemplate", "updateFields", "mailMerge", "rsids")


def clean_settings(settings: _Element) -> None:
    """Remove settings that tie the file to its author's machine or make Word ask questions."""
    for name in _SETTINGS_DROPPED:
        for node in settings.findall(qualify(f"w:{name}")):
            settings.remove(node)


def remove_broken_links(styles: _Element) -> None:
    """Remove references of styles to styles that do not exist; some programs write such."""
    ident = qualify("w:styleId")
    known = {style.get(ident) for style in styles.iterchildren(qualify("w:style"))}
    for style in styles.iterchildren(qualify("w:style")):
        for node in list(style.iterchildren(*(qualify(f"w:{name}") for name in ("basedOn", "next", "link")))):
            if node.get(_VAL) not in known:
                style.remove(node)


def set_language(styles: _Element, lang: str) -> None:
    """Make a language the default of all text."""
    slot = qualify(f"w:{find_language_slot(lang)}")
    default = styles.find("/".join(qualify(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr")))
    if default is not None:
        language = default.find(qualify("w:lang"))
        if language is None:
            language = default.makeelement(qualify("w:lang"))
            default.append(language)
        language.set(slot, lang)
    for style in styles.iterchildren(qualify("w:style")):
        own = style.find(f"{qualify('w:rPr')}/{qualify('w:lang')}")
        if own is not None and style.get(qualify("w:default")) in ("1", "true", "on"):
            own.set(slot, lang)
