"""The Internet Printing Protocol (RFC 8010, 8011), spoken by CUPS' own ``ipptool``.

One request, one answer. The tool is a program of its own, without a shell between; its answers come as a
property list, so nothing is read out of text that is meant for people.
"""

from __future__ import annotations

import getpass
import plistlib
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from xml.parsers.expat import ExpatError

from pressroom.errors import MachineError, PressroomError

Attributes = dict[str, object]
_LONGEST = 60  # seconds for a request without a document
_A_MEGABYTE = 5  # seconds more for each megabyte that is sent


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute to send: its IPP syntax ("keyword", "integer", …), name and values."""

    syntax: str
    name: str
    values: tuple[str | int, ...]


def request(
    uri: str,
    operation: str,
    attributes: Sequence[Attribute],
    job: Sequence[Attribute] = (),
    *,
    file: bytes = b"",
) -> list[Attributes]:
    """Send one request to the printer, job or server at ``uri``; return its groups of attributes.

    ``attributes`` belong to the operation, ``job`` to the job that it begins; ``file`` is the document.
    Raises PressroomError when nobody answers or the answer is a refusal, MachineError without ``ipptool``.
    """
    tool = which("ipptool") or which("ipptool", path="/usr/sbin:/usr/local/bin:/opt/homebrew/bin")
    if tool is None:
        raise MachineError(
            "ipptool is not installed, which talks to printers",
            cure="install cups-ipp-utils (Debian, Ubuntu) or cups (Fedora, Homebrew)",
            rule="ipptool-missing",
        )
    with tempfile.TemporaryDirectory(prefix="pressroom-") as name:
        folder = Path(name)
        (folder / "document.pdf").write_bytes(file)
        (folder / "request.test").write_text(
            _write_request(operation, attributes, job, file), encoding="utf-8"
        )
        wait = _LONGEST + len(file) // 1_000_000 * _A_MEGABYTE
        command = [tool, "-X", "-T", str(wait), "-f", "document.pdf", uri, "request.test"]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=2 * wait, check=False)  # noqa: S603 - a program found on PATH, its arguments a list
        except subprocess.TimeoutExpired:
            raise SilentError(uri, f"no answer within {2 * wait} seconds") from None
    return _parse_answer(uri, operation, done.stdout)


def keyword(name: str, *values: str) -> Attribute:
    """Return an attribute of keywords."""
    return Attribute("keyword", name, values)


def integer(name: str, *values: int) -> Attribute:
    """Return an attribute of whole numbers."""
    return Attribute("integer", name, values)


def _write_request(
    operation: str, attributes: Sequence[Attribute], job: Sequence[Attribute], file: bytes
) -> str:
    """Write a request in ipptool's own form (ipptoolfile(5))."""
    first = (
        Attribute("charset", "attributes-charset", ("utf-8",)),
        Attribute("naturalLanguage", "attributes-natural-language", ("en",)),
    )
    user = Attribute("name", "requesting-user-name", (_find_user(),))
    lines = ["{", f"OPERATION {operation}", "GROUP operation-attributes-tag"]
    lines += [_write_attribute(each) for each in (*first, *attributes, user)]
    if job:
        lines += ["GROUP job-attributes-tag", *(_write_attribute(each) for each in job)]
    if file:
        lines.append("FILE $filename")
    return "\n".join([*lines, "}", ""])


def _write_attribute(attribute: Attribute) -> str:
    values = ",".join(_quote(value) for value in attribute.values)
    return f"ATTR {attribute.syntax} {attribute.name} {values}"


def _quote(value: str | int) -> str:
    """Return a value as a token that ipptool reads as it stands, whatever a title or address holds."""
    if isinstance(value, int):
        return str(value)
    plain = "".join(sign if sign.isprintable() else " " for sign in value)
    for sign in ("\\", '"', ","):
        plain = plain.replace(sign, "\\" + sign)
    return f'"{plain.replace("$", "$$")}"'


def _find_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in a container
        return "anonymous"


def _parse_answer(uri: str, operation: str, plist: bytes) -> list[Attributes]:
    try:
        report: Mapping[str, object] = plistlib.loads(plist)
    except (plistlib.InvalidFileException, ExpatError, ValueError) as error:
        raise SilentError(uri, "its answer cannot be read") from error
    tests = report.get("Tests")
    if not isinstance(tests, list) or not tests:
        raise SilentError(uri, str(report.get("ErrorMessage", "")))
    answer: Attributes = tests[0]
    status = str(answer.get("StatusCode", ""))
    groups = [dict(group) for group in answer.get("ResponseAttributes", ()) if isinstance(group, dict)]  # type: ignore[attr-defined]  # parsed from a property list: values are objects
    if status.startswith("successful-ok"):
        return groups
    if not status:
        raise SilentError(uri, " ".join(map(str, answer.get("Errors", ()))))  # type: ignore[call-overload]  # parsed from a property list: values are objects
    said = next((str(group["status-message"]) for group in groups if "status-message" in group), "")
    raise RefusedError(operation, status, said, uri)


class RefusedError(PressroomError):
    """The printer or server answered no; ``code`` is IPP's status keyword."""

    def __init__(self, operation: str, code: str, said: str, where: str) -> None:
        self.code = code
        super().__init__(
            f"{operation} was refused ({code}{': ' + said if said else ''})",
            cure="look at the printer's state with report print --show",
            rule="printer-refused",
            where=where,
        )


class SilentError(PressroomError):
    """Nobody answers at an address, or nothing that can be read."""

    def __init__(self, uri: str, why: str) -> None:
        self.why = why or "no answer"
        super().__init__(
            f"no printer answers there: {self.why}",
            cure="check that it is on and its address right; report print --list shows the queues",
            rule="printer-silent",
            where=uri,
        )
