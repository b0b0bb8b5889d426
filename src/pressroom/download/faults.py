"""What is said where an address is not fetched: a cure for each rule."""

from __future__ import annotations

from pressroom.download.address import WebAddress
from pressroom.errors import PressroomError

_CURES = {
    "source-too-large": "save the part that matters and give the file",
    "web-failed": "open it in a browser, save the page or file, and give that",
    "web-offline": "see whether the address is right and this machine is online, or save the page as a file",
    "web-private": "if you trust it, name that address itself on the command line",
    "web-slow": "try again later, or save the page and give the file",
}


def fail(address: WebAddress, rule: str, message: str) -> PressroomError:
    """Return the error of an address that is not fetched, by its rule."""
    return PressroomError(message, cure=_CURES[rule], rule=rule, where=str(address))
