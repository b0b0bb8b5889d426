"""Lay a report out by its template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pressroom.compose import anchors as places
from pressroom.compose.blocks import CALLOUTS, BlockWriter, Caption
from pressroom.compose.contents import fits_side_column, list_headings, select_lists
from pressroom.compose.doubts import list_doubts
from pressroom.compose.figures import find_block_ahead
from pressroom.compose.inlines import link_addresses
from pressroom.compose.parts.closing import find_closing_parts, list_text_numbers, part_ending
from pressroom.compose.parts.gathering import gather_actions, gather_decisions
from pressroom.compose.parts.head_fields import find_attendance, list_head_fields, without_fields
from pressroom.compose.parts.letters import part_letter
from pressroom.compose.parts.numbered import find_annexes, number_headings
from pressroom.compose.passages import mark_passages
from pressroom.compose.template import Template, UnknownWordError, find_word
from pressroom.compose.vocabulary import check_blocks, check_classes, check_page, require_html
from pressroom.errors import PressroomError
from pressroom.language.direction import is_right_to_left
from pressroom.model.brand import Brand
from pressroom.model.document import Asset, Block, Callout, DefinitionList, Document, Paragraph
from pressroom.model.figure import Drawing, Figure, PanelFrame
from pressroom.model.inline import words
from pressroom.model.numbers import KeyNumber
from pressroom.model.page import Page, PageTree
from pressroom.model.report import Report

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket

LAYOUT = "report.html.j2"
PRINT = "print.css"
SCREEN = "screen.css"
ONE_PAGE = 280  # words that a page surely holds with its head: more may need a second
COVER_ROLES = frozenset({"standfirst", "byline", "dateline", "address", "salutation", "note"})


def compose(
    report: Report,
    template: Template,
    drawings: Mapping[str, Drawing],
    assets: Mapping[str, Asset],
    *,
    contents: bool,
    mini: bool = False,
) -> Page:
    """Return the page that ``template`` makes of ``report``.

    ``contents`` says whether a table of contents is wanted this time, ``mini`` whether short contents may
    stand beside the text instead; the template decides where they go.
    Raises PressroomError, with the template's file and line, when the template is wrong.
    """
    found = make_environment(template)
    check_blocks(found, template)
    check_classes(template)
    if template.values.get("numbered"):
        report = replace(report, document=number_headings(report.document))

    def render_page(
        lists: Mapping[str, list[Caption]],
        missing: frozenset[str] = frozenset(),
        doubts: tuple[str, ...] = list_doubts(report.figures),
        known: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[str, BlockWriter]:
        writer = BlockWriter(report, places.collect_anchors(report), assets, missing, known)
        found.filters["inline"] = lambda inlines: as_markup(writer.inlines.html_without_references(inlines))
        found.filters["blocks"] = lambda blocks: as_markup(writer.html(blocks))
        found.filters["figure"] = lambda figure: as_markup(writer.figure(figure))
        names = _template_names(report, writer)
        names["options"] = template.values
        names["t"] = partial(find_word, template, dict(report.labels), lang=report.lang)
        names["mini_contents"] = mini and not contents and names["mini_contents"]
        names["lists"] = lists
        names["doubts"] = doubts
        return render(found, template, LAYOUT, report=report, contents=contents, **names), writer

    html, writer = render_page({})
    require_html(html, template)
    lists = select_lists(writer.captions, template.lists_from) if contents else {}
    missing = writer.references.list_missing(html)
    drawn = list_doubts(report.figures, html)
    # what lists hold is numbered in the order of the template, which need not print every picture
    again = lists or missing or drawn != list_doubts(report.figures)
    # a figure that the text names may get its number behind the place that names it
    if again or writer.references.used & writer.numbers.keys():
        html, _ = render_page(lists, missing, drawn, writer.numbers)
    brand = make_brand_css(report.brand)
    tree = mark_passages(PageTree(html), report.lang)
    check_page(tree, template)
    return Page(
        tree,
        css=brand + template.files.get(PRINT, ""),
        screen_css=brand + template.files.get(SCREEN, ""),
        report=report,
        drawings=drawings,
        assets={asset.name: asset for asset in assets.values()},
    )


def make_brand_css(brand: Brand) -> str:
    """Return the brand's colours and fonts as CSS custom properties of the root."""
    return (
        ":root{"
        + ";".join(f"--{name}:{value}" for name, value in list_brand_variables(brand).items())
        + "}\n"
    )


def list_brand_variables(brand: Brand) -> dict[str, str]:
    """Return the brand's colours and fonts by the names that style sheets have for them."""
    colours = brand.colours
    return {
        "text": colours.text,
        "muted": colours.muted,
        "accent": colours.accent,
        "accent-text": colours.accent_text,
        "accent-mark": colours.accent_mark,
        "on-accent": colours.on_accent,
        "accent-soft": colours.accent_soft,
        "rule": colours.rule,
        "paper": colours.paper,
        "warning": colours.warning,
        "serif": format_families(brand.fonts.serif),
        "sans": format_families(brand.fonts.sans),
        "mono": format_families(brand.fonts.mono),
    }


def format_families(names: tuple[str, ...]) -> str:
    """Return font families as a value of CSS font-family."""
    generic = {"serif", "sans-serif", "monospace"}
    return ",".join(name if name in generic else f'"{name}"' for name in names)


def _template_names(report: Report, writer: BlockWriter) -> dict[str, Any]:
    """What a template may use beside ``report`` and ``contents``."""

    def figures_in(section_id: str) -> list[Figure]:
        return [
            figure
            for figure in report.figures.drawn
            if figure.section == section_id
            and not figure.anchor
            and not find_block_ahead(figure, report.document)
        ]

    opening, body = _split_opening(report.document.blocks)
    author_printed, date_printed = _find_printed(report, opening)
    headings = list_headings(report)
    attending, without_attendance = find_attendance(report.document.blocks)
    minutes_opening, minutes_body = _split_opening(without_attendance)
    letter = part_letter(opening)
    return {
        "attendance": lambda: [
            tuple(as_markup(part) for part in writer.render_field(each)) for each in attending
        ],
        "minutes_opening": minutes_opening,
        "minutes_body": minutes_body,
        "decisions": gather_decisions(report.document),
        "actions": gather_actions(report.document),
        "annexes": find_annexes(report.document),
        "letter": letter,
        "titled": bool(report.document.title or report.document.metadata.subject)
        or report.title != report.document.source.rpartition("/")[2].rpartition(".")[0].capitalize(),
        "frame_groups": _group_frames(report),
        "section_title": {each.id: each.heading.text for each in report.document.walk()}.get,
        "head_fields": lambda: [
            replace(each, term=as_markup(each.term), value=as_markup(each.value))
            for each in list_head_fields(opening, writer.render_field)
        ],
        "opening_without_fields": without_fields(
            opening, [kind.casefold() for kind in (report.kind, report.label("memo")) if kind]
        ),
        "part_ending": part_ending,
        "text_numbers": list_text_numbers(report.document, report.numbers.key),
        "closing_parts": find_closing_parts(report.document),
        "marking_of": lambda number: report.document.find_marking(number.quantity.start),
        "author_printed": author_printed,
        "date_printed": date_printed,
        "opening": opening,
        "body": body,
        "tile_words": tile_words,
        "take_first": take_first,
        "dir": "rtl" if is_right_to_left(report.lang) else "ltr",
        "figures_in": figures_in,
        "headings": headings,
        "mini_contents": fits_side_column(headings, body),
        "key_number": {number.id: number for number in report.numbers.key}.__getitem__,
        "doubts": list_doubts(report.figures),
        "paged": len(report.document.text.split()) > ONE_PAGE,
        "anchor_of": places.make_key_number_anchor,
        "uncalled_notes": lambda: [as_markup(note) for note in writer.render_uncalled_notes()],
    }


def _group_frames(report: Report) -> list[list[PanelFrame]]:
    """Return the frames of the panel by the section that they are of, in the order of the text."""
    panel = report.figures.panel
    groups: dict[str, list[PanelFrame]] = {}
    for frame in panel.frames if panel else ():
        groups.setdefault(frame.section, []).append(frame)
    return list(groups.values())


def tile_words(number: KeyNumber) -> tuple[str, str]:
    """Split what a tile prints into the qualifier ahead of the value ("over", "" for none) and the value."""
    qualifier = number.quantity.qualifier_text
    if qualifier and number.display.lower().startswith(qualifier.lower() + " "):
        return number.display[: len(qualifier)], number.display[len(qualifier) + 1 :]
    return "", number.display


def take_first(numbers: tuple[KeyNumber, ...], most: int) -> tuple[KeyNumber, ...]:
    """Return the first ``most`` key numbers, and all that an editor pinned, which come first; none for 0."""
    pinned = sum(number.pinned for number in numbers)
    return numbers[: max(most, pinned)] if most else ()


def _split_opening(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the blocks before the first section: what belongs to the cover, and the text.

    The cover takes what stands ahead of the first running paragraph: standfirst, byline, dateline,
    addressees, a "Key: value" head, a callout.
    """
    count = 0
    for block in blocks:
        match block:
            case Paragraph(role=role) if role in COVER_ROLES:
                count += 1
            case Callout(kind) if kind not in CALLOUTS:
                break  # "At a glance" opens the text
            case DefinitionList(fields=True) | Callout():
                count += 1
            case _:
                break
    return blocks[:count], blocks[count:]


def _find_printed(report: Report, opening: tuple[Block, ...]) -> tuple[bool, bool]:
    """Tell whether the document's own opening prints the author and the date already; a credit of the author
    may stand anywhere in the text.
    """
    shown = " ".join(_iterate_words(opening)).casefold()
    bylines = " ".join(_iterate_words(_find_bylines(report.document))).casefold()
    author = bool(report.author) and all(name.casefold() in f"{shown} {bylines}" for name in report.author)
    return author, bool(report.date_text) and report.date_text.casefold() in shown


def _find_bylines(document: Document) -> Iterator[Block]:
    blocks = (document.blocks, *(section.blocks for section in document.walk()))
    for block in (each for part in blocks for each in part):
        if isinstance(block, Paragraph) and block.role == "byline":
            yield block


def _iterate_words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield words(inlines)
            case DefinitionList(items):
                for item in items:
                    yield from _iterate_words(item.blocks)
            case _:
                pass


def as_markup(html: str) -> str:
    """Return text that a template takes as HTML, as it is."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 - what is handed here is HTML of our own, escaped when it was made


def make_environment(template: Template) -> Environment:
    """Return what renders the files of a template, in a sandbox."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def load(name: str) -> tuple[str, str, None] | None:
        text = template.files.get(name)
        return None if text is None else (text, template.find_place(name), None)

    # templates are passed on by mail and shared folders: one may lay out a report, and do nothing else
    found = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        bytecode_cache=_make_bytecode_cache(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["words"] = words
    found.filters["linked"] = lambda text: as_markup(link_addresses(text))
    return found


@cache
def _make_bytecode_cache() -> BytecodeCache:
    """Return where templates are kept as compiled, by name and text, for all pages of this process."""
    from jinja2 import BytecodeCache

    held: dict[tuple[str, str], CodeType | None] = {}

    class KeptBytecode(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = held.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            held[bucket.key, bucket.checksum] = bucket.code

    return KeptBytecode()


def render(found: Environment, template: Template, layout: str, **names: object) -> str:
    """Render one file of a template. Raises PressroomError with its file and line when it is wrong."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return found.get_template(layout).render(**names)
    except TemplateNotFound as error:
        raise PressroomError(
            f"the template {template.name} has no file {error.name}",
            cure=f"put {error.name} into {template.folder}",
            rule="template-file-missing",
            where=template.folder,
        ) from error
    except TemplateSyntaxError as error:
        raise PressroomError(
            f"{error.message}",
            cure="mend the template at this line",
            rule="template-syntax",
            where=f"{error.filename or template.find_place(error.name or layout)}:{error.lineno}",
        ) from error
    except UnknownWordError as error:
        raise PressroomError(
            str(error), cure=error.cure, rule="template-word", where=_template_line(error, template, layout)
        ) from error
    except (TemplateError, TypeError, ValueError, AttributeError, KeyError, ArithmeticError) as error:
        raise PressroomError(
            _describe_error(error),
            cure=_find_meant(str(error), names)
            or "mend the template at this line; docs/templates.md lists what it may use",
            rule="template-error",
            where=_template_line(error, template, layout),
        ) from error


_UNDEFINED = re.compile(r"'(?P<name>\w+)' is undefined|has no attribute '(?P<attribute>\w+)'")


def _describe_error(error: Exception) -> str:
    """Say what is wrong in words; a name that is not there without what Python calls its holder."""
    found = _UNDEFINED.search(str(error))
    if found is None:
        return f"{type(error).__name__}: {error}"
    return f"nothing that a template may use is called {found['name'] or found['attribute']!r}"


def _find_meant(message: str, names: Mapping[str, object]) -> str:
    """Return which name, option or part of the report is nearest to one that is not there, "" for none."""
    found = _UNDEFINED.search(message)
    if found is None:
        return ""
    options = names.get("options")
    known = [*names, *(options if isinstance(options, Mapping) else ()), *Report.__dataclass_fields__]
    near = get_close_matches(found["name"] or found["attribute"], known, 1)
    return f"did you mean {near[0]}?" if near else ""


def _template_line(error: Exception, template: Template, layout: str) -> str:
    """Name the deepest template line in an error's traceback, as "folder/file:line"."""
    place = template.find_place(layout)
    files = {template.find_place(name) for name in template.files}
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in files:
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
