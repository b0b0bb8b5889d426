"""What the pages of the preview ask the server to do."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from pathlib import Path, PurePath
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pressroom.cache.dependencies import digest
from pressroom.download.address import is_web_address
from pressroom.download.fetch import fetch
from pressroom.download.keep import name_copy
from pressroom.errors import PressroomError, UsageError
from pressroom.preview.additions import LARGEST, add_sample, add_source, name_pasted
from pressroom.preview.background import Background
from pressroom.preview.desk import Desk
from pressroom.preview.editing import edit_source, is_editable, show_text
from pressroom.preview.history import ChangedElsewhereError
from pressroom.preview.open_source import OpenSource
from pressroom.preview.operations import MailOrder, find_states, make_reports, prepare_mail, send_mail
from pressroom.preview.web.decisions import decide
from pressroom.preview.web.requests import (
    get_number,
    get_text,
    get_texts,
    read_body,
    read_json,
    read_number,
    wrong_request,
)
from pressroom.preview.web.state import describe, make_reader_settings
from pressroom.project.layers import require_sidecar
from pressroom.project.setting_values import parse_formats
from pressroom.writers import WRITERS

Handler = Callable[[Request], Awaitable[Response]]
_MOST_PIXELS = 3000  # of a page's width
_MOST_SEEN = 6  # pages that are drawn with a layout
_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "email": "message/rfc822",
}


def explain_errors(handler: Handler) -> Handler:
    """Let the errors of a handler be answers: what is wrong and the cure, or what a file holds now."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except ChangedElsewhereError as error:
            return JSONResponse(
                {"changed": error.path.name, "base": digest(error.data), "text": _show(error)}, 409
            )
        except PressroomError as error:
            found = error.diagnostic
            where = str(found.span or found.where)
            message = f"{where}: {found.message}" if where else found.message
            return JSONResponse({"error": message, "cure": found.cure, "rule": found.rule}, 400)
        except CancelledError:  # the server ends
            return Response(status_code=503)

    return answer


def _show(error: ChangedElsewhereError) -> str:
    try:
        return show_text(error.data, error.path.name, make_reader_settings(None))
    except PressroomError:
        return ""


class Actions:
    """The handlers of one server."""

    def __init__(self, desk: Desk, background: Background) -> None:
        self._desk, self._background = desk, background

    def _find(self, request: Request) -> OpenSource:
        return self._desk.find(request.query_params.get("source", ""))

    async def get_state(self, request: Request) -> Response:
        """Return what the page of a source shows."""
        sheet = self._find(request)
        if sheet.rendered is None and not sheet.is_running:
            self._desk.refresh(sheet)
        return JSONResponse(describe(sheet, self._desk))

    async def get_page(self, request: Request) -> Response:
        """Return the picture of a page."""
        sheet = self._find(request)
        page = read_number(request.path_params["page"], "page")
        width = min(_MOST_PIXELS, max(100, read_number(request.query_params.get("width", "800"), "width")))
        picture = await self._desk.draw(sheet, page, width)
        return Response(picture.png, media_type="image/png") if picture else Response(status_code=404)

    async def get_lines(self, request: Request) -> Response:
        """Return the lines of text of a page, each with its box."""
        sheet = self._find(request)
        picture = await self._desk.draw(sheet, read_number(request.path_params["page"], "page"), sheet.width)
        lines = [(words, asdict(box)) for words, box in picture.lines] if picture else []
        return JSONResponse(lines)

    async def get_draft(self, request: Request) -> Response:
        """Return a page of the section that is laid out ahead of the whole."""
        draft = self._find(request).draft
        picture = draft.pictures.get(read_number(request.path_params["page"], "page")) if draft else None
        return Response(picture.png, media_type="image/png") if picture else Response(status_code=404)

    async def look(self, request: Request) -> Response:
        """Note which pages are in sight, and how wide they are: these are drawn first."""
        sheet, held = self._find(request), await read_json(request)
        seen = range(max(0, get_number(held, "first")), get_number(held, "last") + 1)
        sheet.visible = tuple(seen[:_MOST_SEEN])
        sheet.width = min(_MOST_PIXELS, max(100, get_number(held, "width", sheet.width)))
        return JSONResponse({})

    async def save_text(self, request: Request) -> Response:
        """Write an edited text to its source, unless that was changed elsewhere."""
        sheet, held = self._find(request), await read_json(request)
        if not is_editable(sheet.path):
            raise UsageError(
                "this source is not edited here",
                cure="change it in its own program: the pages follow",
                rule="not-editable",
            )
        data = sheet.history.read(sheet.path)
        base = get_text(held, "base")
        if digest(data) != base:
            raise ChangedElsewhereError(sheet.path, data)
        edited = edit_source(data, get_text(held, "text"), sheet.key, make_reader_settings(sheet))
        sheet.history.write(sheet.path, base, edited, "text")
        self._desk.refresh(sheet, get_number(held, "line"))
        return JSONResponse({"base": digest(edited), **_tell_history(sheet)})

    async def decide(self, request: Request) -> Response:
        """Write a decision to the file beside the source, whatever else was written there meanwhile."""
        sheet, held = self._find(request), await read_json(request)
        path = require_sidecar(sheet.path, self._desk.place)
        data = sheet.history.read(path)
        changed = decide(data, held, self._desk.place.shown(path))
        sheet.history.write(path, digest(data), changed, get_text(held, "kind"))
        self._desk.refresh(sheet)
        return JSONResponse(_tell_history(sheet))

    async def undo(self, request: Request) -> Response:
        """Take back the last change of a source or of its settings."""
        return self._step(request, lambda sheet: sheet.history.undo())

    async def redo(self, request: Request) -> Response:
        """Make the change again that was taken back last."""
        return self._step(request, lambda sheet: sheet.history.redo())

    def _step(self, request: Request, step: Callable[[OpenSource], object]) -> Response:
        sheet = self._find(request)
        if step(sheet):
            self._desk.refresh(sheet)
        return JSONResponse(_tell_history(sheet))

    async def download(self, request: Request) -> Response:
        """Return a source made in one format, the bytes that ``report make`` writes."""
        sheet = self._find(request)
        names = parse_formats(request.query_params.get("format", "pdf"), "format", "the address")
        if len(names) != 1:
            raise wrong_request("one format is downloaded at a time")
        (name,) = names
        made = await self._desk.make(sheet, name)
        ending = WRITERS[name].ending
        kind = "inline" if "show" in request.query_params else "attachment"
        file = quote(f"{sheet.job.stem}.{ending}")
        headers = {"content-disposition": f"{kind}; filename*=UTF-8''{file}"}
        return Response(made.outputs[ending], media_type=_MEDIA[name], headers=headers)

    async def upload(self, request: Request) -> Response:
        """Put a file that was dropped into the project."""
        name = request.query_params.get("name", "")
        data = await read_body(request, LARGEST)
        return self._answer_added(add_source(PurePath(name).name, data, self._desk.place, self._desk.world))

    async def paste(self, request: Request) -> Response:
        """Put a pasted text into the project."""
        text = get_text(await read_json(request), "text")
        world = self._desk.world
        return self._answer_added(add_source(name_pasted(text), text.encode(), self._desk.place, world))

    async def copy_sample(self, request: Request) -> Response:
        """Copy a sample into the project."""
        name = get_text(await read_json(request), "name")
        return self._answer_added(add_sample(name, self._desk.place, self._desk.world))

    async def fetch(self, request: Request) -> Response:
        """Fetch a web address once, and put what is there into the project."""
        address = get_text(await read_json(request), "address").strip()
        if not is_web_address(address):
            raise UsageError("this is no web address", cure="begin it with https://", rule="wrong-address")
        fetched = await self._background.run(fetch, address)
        name = name_copy(fetched, address)
        return self._answer_added(add_source(name, fetched.data, self._desk.place, self._desk.world))

    def _answer_added(self, path: Path) -> Response:
        return JSONResponse({"source": self._desk.name(path)})

    async def list_states(self, request: Request) -> Response:
        """Return for each source why its report would be made again, nothing where it is up to date."""
        sources = self._desk.list_sources()
        formats = parse_formats(request.query_params.getlist("format"), "format", "the address")
        found = await self._background.run(find_states, self._desk.place, tuple(sources.values()), formats)
        return JSONResponse({name: found.get(str(path), ()) for name, path in sources.items()})

    async def make(self, request: Request) -> Response:
        """Make sources into the project's dist; their progress comes as events."""
        held = await read_json(request)
        names = get_texts(held, "sources")
        known = self._desk.list_sources()
        chosen = tuple(known[name] for name in names if name in known)
        if not chosen:
            raise UsageError("there is no text to make", cure="have the list show some", rule="no-source")
        formats = parse_formats(list(get_texts(held, "formats")), "format", "the page")
        made, failed = await self._background.run(make_reports, self._desk.place, chosen, formats)
        return JSONResponse({"made": made, "failed": failed})

    async def prepare_mail(self, request: Request) -> Response:
        """Return who would get what, and send nothing."""
        order = self._read_order(self._find(request), await read_json(request))
        return JSONResponse(asdict(await self._background.run(prepare_mail, order)))

    async def send_mail(self, request: Request) -> Response:
        """Send to the number of people that was confirmed, and to no other."""
        held = await read_json(request)
        order = self._read_order(self._find(request), held)
        expected = get_number(held, "expected")
        return JSONResponse(asdict(await self._background.run(send_mail, order, expected)))

    def _read_order(self, sheet: OpenSource, held: Mapping[str, object]) -> MailOrder:
        lists = tuple(filter(None, (line.strip() for line in get_text(held, "lists", "").splitlines())))
        return MailOrder(
            sheet.path,
            self._desk.place,
            lists,
            subject=get_text(held, "subject", "").strip(),
            note=get_text(held, "note", "").strip(),
            formats=get_texts(held, "formats") or ("pdf",),
            to_sender=bool(held.get("toSender")),
            sender=get_text(held, "sender", "").strip(),
            server=get_text(held, "server", "").strip(),
        )


def _tell_history(sheet: OpenSource) -> dict[str, object]:
    return {"canUndo": sheet.history.can_undo, "canRedo": sheet.history.can_redo}
