"""By which server mail is sent: from the command line, the environment, or ``report.toml``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pressroom.circulate.mail.credentials import Credentials, find_credentials
from pressroom.circulate.mail.smtp import Server, parse_server
from pressroom.errors import UsageError
from pressroom.project.layers import read_project_layer
from pressroom.project.mail import SmtpSettings, parse_smtp_settings
from pressroom.project.place import Place
from pressroom.project.settings import merge
from pressroom.world import World

SERVER = "PRESSROOM_SMTP"


@dataclass(frozen=True, slots=True)
class Route:
    """Which server, as whom, and with what patience."""

    server: Server
    sender: str
    credentials: Credentials | None
    settings: SmtpSettings

    @property
    def name(self) -> str:
        """How we introduce ourselves."""
        return self.sender.rpartition("@")[2] or "localhost"


def find_smtp_settings(place: Place, world: World, server: str = "", on_unknown: str = "") -> SmtpSettings:
    """Return the settings of [smtp], with what the command line and the environment override."""
    found = parse_smtp_settings(merge([read_project_layer(place, world)]).smtp)
    address = server or world.environment(SERVER) or found.server
    return replace(found, server=address, on_unknown=on_unknown or found.on_unknown)


def make_route(settings: SmtpSettings, sender: str, world: World) -> Route:
    """Return the way to the server. Raises UsageError when none is named."""
    if not settings.server:
        raise UsageError(
            "nothing says by which server to send",
            cure=f'set server = "smtps://mail.example.org" under [smtp], {SERVER}, or give --smtp',
            rule="no-server",
        )
    server, user = parse_server(settings.server, ca=settings.ca, timeout=settings.timeout)
    settings = replace(settings, user=settings.user or user)
    return Route(server, sender, find_credentials(settings, server.host, world), settings)
