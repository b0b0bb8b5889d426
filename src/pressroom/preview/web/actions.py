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
from pressroom.errors import PressroomError, UsageError
from pressroom.pipeline.source import LARGEST
from pressroom.preview.additions import add_fetched, add_sample, add_source, name_pasted
from pressroom.preview.background import Background
from pressroom.preview.desk import Desk
from pressroom.preview.editing import edit_source, is_editable
from pressroom.preview.history import ChangedElsewhereError
from pressroom.preview.layout.rendering import MOST_PIXELS
from pressroom.preview.open_source import OpenSource
from pressroom.preview.operations import MailOrder, find_states, make_reports, prepare_mail, send_mail
from pressroom.preview.renaming import remove_source, rename_source
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
_MOST_SEEN = 6  # pages that are drawn with a layout
_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "email": "message/rfc822",
}


def explain_errors(handler: Handler) -> Handler:
    """Let the errors of a handler be answers: what is wrong and the cure, or which file has changed."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except ChangedElsewhereError as error:
            return JSONResponse({"changed": error.path.name}, 409)
        except PressroomError as error:
            found = error.diagnostic
            where = str(found.span or found.where)
            message = f"{where}: {found.message}" if where else found.message
            return JSONResponse({"error": message, "cure": found.cure, "rule": found.rule}, 400)
        except CancelledError:  # the server ends
            return Response(status_code=503)

    return answer


class Actions:
    """The handlers of one server."""

    def __init__(self, desk: Desk, background: Background) -> None:
        self._desk, self._background = desk, background

    def _find(self, request: Request) -> OpenSource:
        return self._desk.find(request.query_params.get("source", ""))

    async def get_state(self, request: Request) -> Response:
        """Return what the page of a source shows."""
        opened = self._find(request)
        if opened.rendered is None and not opened.is_running:
            self._desk.refresh(opened)
        return JSONResponse(describe(opened, self._desk))

    async def get_page(self, request: Request) -> Response:
        """Return the picture of a page."""
        opened = self._find(request)
        page = read_number(request.path_params["page"], "page")
        width = min(MOST_PIXELS, max(100, read_number(request.query_params.get("width", "800"), "width")))
        picture = await self._desk.draw(opened, page, width)
        return Response(picture.png, media_type="image/png") if picture else Response(status_code=404)

    async def get_lines(self, request: Request) -> Response:
        """Return the lines of text of a page, each with its box."""
        opened = self._find(request)
        picture = await self._desk.draw(
            opened, read_number(request.path_params["page"], "page"), opened.width
        )
        lines = [(words, asdict(box)) for words, box in picture.lines] if picture else []
        return JSONResponse(lines)

    async def get_draft(self, request: Request) -> Response:
        """Return a page of the section that is laid out ahead of the whole."""
        draft = self._find(request).draft
        picture = draft.pictures.get(read_number(request.path_params["page"], "page")) if draft else None
        return Response(picture.png, media_type="image/png") if picture else Response(status_code=404)

    async def look(self, request: Request) -> Response:
        """Note which pages are in sight, and how wide they are: these are drawn first."""
        opened, held = self._find(request), await read_json(request)
        seen = range(max(0, get_number(held, "first")), get_number(held, "last") + 1)
        opened.visible = tuple(seen[:_MOST_SEEN])
        opened.width = min(MOST_PIXELS, max(100, get_number(held, "width", opened.width)))
        return JSONResponse({})

    async def save_text(self, request: Request) -> Response:
        """Write an edited text to its source, unless that was changed elsewhere."""
        opened, held = self._find(request), await read_json(request)
        if not is_editable(opened.path):
            raise UsageError(
                "this source is not edited here",
                cure="change it in its own program: the pages follow",
                rule="not-editable",
            )
        data = opened.history.read(opened.path)
        base = get_text(held, "base")
        if digest(data) != base:
            raise ChangedElsewhereError(opened.path, data)
        edited = edit_source(data, get_text(held, "text"), opened.key, make_reader_settings(opened))
        opened.history.write(opened.path, base, edited, "text")
        self._desk.refresh(opened, get_number(held, "line"))
        return JSONResponse({"base": digest(edited), **_tell_history(opened)})

    async def decide(self, request: Request) -> Response:
        """Write a decision to the file beside the source, whatever else was written there meanwhile."""
        opened, held = self._find(request), await read_json(request)
        path = require_sidecar(opened.path, self._desk.place)
        data = opened.history.read(path)
        changed = decide(data, held, self._desk.place.shown(path))
        opened.history.write(path, digest(data), changed, get_text(held, "kind"))
        self._desk.refresh(opened)
        return JSONResponse(_tell_history(opened))

    async def undo(self, request: Request) -> Response:
        """Take back the last change of a source or of its settings."""
        return self._step(request, lambda opened: opened.history.undo())

    async def redo(self, request: Request) -> Response:
        """Make the change again that was taken back last."""
        return self._step(request, lambda opened: opened.history.redo())

    def _step(self, request: Request, step: Callable[[OpenSource], object]) -> Response:
        opened = self._find(request)
        if step(opened):
            self._desk.refresh(opened)
        return JSONResponse(_tell_history(opened))

    async def download(self, request: Request) -> Response:
        """Return a source made in one format, the bytes that ``report make`` writes."""
        opened = self._find(request)
        names = parse_formats(request.query_params.get("format", "pdf"), "format", "the address")
        if len(names) != 1:
            raise wrong_request("one format is downloaded at a time")
        (name,) = names
        made = await self._desk.make(opened, name)
        ending = WRITERS[name].ending
        kind = "inline" if "show" in request.query_params else "attachment"
        file = quote(f"{opened.job.stem}.{ending}")
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
        return self._answer_added(add_fetched(fetched, address, self._desk.place, self._desk.world))

    async def rename(self, request: Request) -> Response:
        """Give a text another name."""
        opened, held = self._find(request), await read_json(request)
        path = rename_source(opened.path, get_text(held, "name"), self._desk.place, self._desk.world)
        self._desk.forget(opened.key)
        return self._answer_added(path)

    async def remove(self, request: Request) -> Response:
        """Move a text out of the list into a folder of its own; nothing is deleted."""
        opened = self._find(request)
        path = remove_source(opened.path, self._desk.place, self._desk.world)
        self._desk.forget(opened.key)
        return JSONResponse({"moved": self._desk.place.shown(path)})

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

    def _read_order(self, opened: OpenSource, held: Mapping[str, object]) -> MailOrder:
        lists = tuple(filter(None, (line.strip() for line in get_text(held, "lists", "").splitlines())))
        return MailOrder(
            opened.path,
            self._desk.place,
            lists,
            subject=get_text(held, "subject", "").strip(),
            note=get_text(held, "note", "").strip(),
            formats=get_texts(held, "formats") or ("pdf",),
            to_sender=bool(held.get("toSender")),
            sender=get_text(held, "sender", "").strip(),
            server=get_text(held, "server", "").strip(),
        )


def _tell_history(opened: OpenSource) -> dict[str, object]:
    return {"canUndo": opened.history.can_undo, "canRedo": opened.history.can_redo}
