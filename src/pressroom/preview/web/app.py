"""The web application of the preview: its addresses, its pages, its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from pressroom.circulate.mail.route import find_smtp_settings
from pressroom.circulate.mail.smtp import hide_password
from pressroom.fonts import font_files
from pressroom.preview.additions import list_samples
from pressroom.preview.background import Background
from pressroom.preview.desk import Desk
from pressroom.preview.web.actions import Actions, Handler, explain_errors
from pressroom.preview.web.guard import Guard, LocalAddress
from pressroom.preview.web.words import choose_language, list_words
from pressroom.project.layers import read_project_layer
from pressroom.readers import extensions

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.types import ASGIApp

_SCRIPTS = ("checks", "common", "editor", "list", "mail", "preview", "sheets")
_STATIC = {
    "preview.css": "text/css; charset=utf-8",
    **{f"{name}.js": "text/javascript; charset=utf-8" for name in _SCRIPTS},
}
_FONTS = ("SourceSansPro-Regular", "SourceSansPro-Semibold", "SourceSansPro-Bold")


def make_app(desk: Desk, background: Background, address: LocalAddress) -> ASGIApp:
    """Return the application for an open project, behind its guard."""
    pages = Pages(desk)
    actions = Actions(desk, background)
    shown: Mapping[str, Handler] = {
        "/": pages.show_list,
        "/edit": pages.show_source,
        "/events": pages.stream_events,
        "/static/{name}": pages.get_static,
        "/fonts/{name}": pages.get_font,
        "/state": actions.get_state,
        "/page/{page}": actions.get_page,
        "/lines/{page}": actions.get_lines,
        "/draft/{page}": actions.get_draft,
        "/download": actions.download,
        "/states": actions.list_states,
    }
    done: Mapping[str, Handler] = {
        "/look": actions.look,
        "/text": actions.save_text,
        "/decide": actions.decide,
        "/undo": actions.undo,
        "/redo": actions.redo,
        "/upload": actions.upload,
        "/paste": actions.paste,
        "/sample": actions.copy_sample,
        "/fetch": actions.fetch,
        "/rename": actions.rename,
        "/remove": actions.remove,
        "/make": actions.make,
        "/mail": actions.prepare_mail,
        "/send": actions.send_mail,
    }
    routes = [Route(path, explain_errors(handler), methods=["GET"]) for path, handler in shown.items()]
    routes += [Route(path, explain_errors(handler), methods=["POST"]) for path, handler in done.items()]
    return Guard(Starlette(routes=routes), address)


class Pages:
    """The pages that the server writes, and the files that they name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._environment = _make_environment()
        self._fonts = {file.path.stem: file.path for file in font_files() if file.path.stem in _FONTS}

    async def show_list(self, request: Request) -> Response:
        """Show the sources of the project, and where a text can be dropped."""
        return self._write(
            "list.html.j2",
            request,
            script="list.js",
            sources=list(self._desk.list_sources()),
            samples=[path.name for path in list_samples(self._desk.world)],
            endings=extensions(),
        )

    async def show_source(self, request: Request) -> Response:
        """Show one source beside its pages."""
        opened = self._desk.find(request.query_params.get("source", ""))
        place, world = self._desk.place, self._desk.world
        mail = read_project_layer(place, world).values.get("mail")
        return self._write(
            "edit.html.j2",
            request,
            script="preview.js",
            source=opened.key,
            sender=str(mail.get("from", "")) if isinstance(mail, Mapping) else "",
            server=hide_password(find_smtp_settings(place, world).server),
        )

    async def stream_events(self, request: Request) -> Response:  # noqa: ARG002 - a handler's form
        """Tell what happens, as it happens."""
        return StreamingResponse(self._desk.events.listen(), media_type="text/event-stream")

    async def get_static(self, request: Request) -> Response:
        """Return a style sheet or a script."""
        name = request.path_params["name"]
        if name not in _STATIC:
            return Response(status_code=404)
        data = (files("pressroom.preview.web") / "static" / name).read_bytes()
        return Response(data, headers={"content-type": _STATIC[name]})

    async def get_font(self, request: Request) -> Response:
        """Return a font that the pages are set in."""
        path = self._fonts.get(request.path_params["name"])
        if path is None:
            return Response(status_code=404)
        headers = {"cache-control": "private, max-age=86400"}
        return Response(path.read_bytes(), media_type="font/otf", headers=headers)

    def _write(self, template: str, request: Request, **values: object) -> Response:
        lang = choose_language(request.headers.get("accept-language", ""))
        words = list_words(lang)
        values |= {
            "t": words,
            "lang": lang.replace("_", "-"),
            "words": json.dumps(words).replace("<", "\\u003c"),
            "project": self._desk.place.root.name,
        }
        return HTMLResponse(self._environment.get_template(template).render(values))


def _make_environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("pressroom.preview.web", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
