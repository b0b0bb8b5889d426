"""The password for a mail server: from the environment, a keyring, or a file that is its owner's alone."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.errors import MachineError, UsageError
from pressroom.project.mail import SmtpSettings
from pressroom.project.toml import LARGEST, parse
from pressroom.world import World

USER = "PRESSROOM_SMTP_USER"
PASSWORD = "PRESSROOM_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
TOKEN = "PRESSROOM_SMTP_TOKEN"  # noqa: S105 - the name of a variable
SERVICE = "pressroom"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs in, and with what: a password, or an OAuth 2 token. Neither is ever shown."""

    user: str
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def hide_secrets(self, text: str) -> str:
        """Return text without the secrets, should a server repeat them."""
        for secret in (self.password, self.token):
            if secret:
                text = text.replace(secret, "…")
        return text


def find_credentials(settings: SmtpSettings, host: str, world: World) -> Credentials | None:
    """Return the credentials for a host; None where nothing says who signs in.

    Raises UsageError when a user is named and no password is to be found, MachineError for a file that
    others can read.
    """
    user = world.environment(USER) or settings.user
    secrets = {"password": world.environment(PASSWORD) or "", "token": world.environment(TOKEN) or ""}
    if settings.credentials:
        path = Path(settings.credentials).expanduser()
        table = _read_own_file(path, world)
        user = user or str(table.get("user", ""))
        secrets = {key: value or str(table.get(key, "")) for key, value in secrets.items()}
    if not user:
        return None
    if not any(secrets.values()):
        secrets["token" if settings.oauth else "password"] = _read_keyring(host, user)
    if settings.oauth:
        secrets["password"] = ""
    if not any(secrets.values()):
        raise UsageError(
            f"there is no password for {user} at {host}",
            cure=f"set {PASSWORD}, keep it in a keyring (keyring set {SERVICE}:{host} {user}), "
            "or name a file with [smtp] credentials",
            rule="no-password",
        )
    return Credentials(user, secrets["password"], secrets["token"])


def _read_own_file(path: Path, world: World) -> dict[str, object]:
    try:
        mode = path.stat().st_mode
    except OSError:
        mode = stat.S_IRUSR  # the world has the words for a file that is missing
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise MachineError(
            "others on this machine can read this file of credentials",
            cure=f"chmod 600 {path}",
            rule="credentials-open",
            where=str(path),
        )
    return parse(world.read(path, LARGEST), str(path))


def _read_keyring(host: str, user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(f"{SERVICE}:{host}", user) or ""
    except KeyringError:
        return ""
