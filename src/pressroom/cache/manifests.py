"""Manifests: what was built from which dependencies, as small JSON files in the output folder.

A manifest that is lost, damaged or not signed with this user's key costs building again, never a wrong
output. The signature is its first entry, and holds for its place alone.
"""

from __future__ import annotations

import os

from pressroom.cache.dependencies import are_current, describe_changes, digest, may_be_address, open_regular
from pressroom.cache.key import is_signed, sign
from pressroom.cache.parsing import parse_json

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypedDict

    class Manifest(TypedDict):
        """One thing built: its dependencies with their fingerprints, and the hashes of its outputs by path.

        Of a report, ``source`` is the path of its text and ``row`` the name of its outputs where a row of
        data made it; of a whole run, ``message`` is what a run that finds nothing changed prints.
        """

        format: int
        dependencies: dict[str, str]
        outputs: dict[str, str]
        message: str
        source: str
        row: str


_ENTRIES = {"format", "dependencies", "outputs", "message", "source", "row"}
FORMAT = 3
FOLDER = ".pressroom"
JOURNAL = "placing-"  # how the names of journals begin that say which files take their places
LARGEST = 32_000_000  # bytes of a manifest; of a run with tens of thousands of reports, each has its own
_SEAL = b'{"signature": "%s",\n'
_NEVER_SKIPPED = frozenset({"--force", "--json", "--watch", "--dry-run", "--open", "--password", "-"})


def serialize(
    dependencies: Mapping[str, str],
    outputs: Mapping[str, str],
    message: str = "",
    *,
    source: str = "",
    row: str = "",
) -> bytes:
    """Return a manifest as bytes, to be sealed for its place."""
    import json

    manifest: Manifest = {
        "format": FORMAT,
        "dependencies": dict(dependencies),
        "outputs": dict(outputs),
        "message": message,
        "source": source,
        "row": row,
    }
    return json.dumps(manifest, sort_keys=True, indent=0).encode()


def seal(file: str, body: bytes) -> bytes:
    """Return the bytes of a manifest's file, signed for that place."""
    return _SEAL % sign(_name_place(file), body).encode() + body[1:]


def unseal(data: bytes) -> tuple[str, bytes]:
    """Return the signature of a manifest's file, and what is signed."""
    length = len(_SEAL % bytes(64))
    return data[:length].removeprefix(_SEAL[:15])[:64].decode("ascii"), b"{" + memoryview(data)[length:]


def _name_place(file: str) -> bytes:
    return (file if may_be_address(file) else os.path.abspath(file)).encode("utf-8", "surrogateescape")


def locate(folder: str, name: str) -> str:
    """Return the path of the manifest called ``name`` in an output folder."""
    return os.path.join(folder, FOLDER, digest(name.encode("utf-8", "surrogateescape"))[:24] + ".json")


def read(file: str) -> Manifest | None:
    """Return the manifest in ``file``; None when it is missing, damaged, unsigned or of another format."""
    try:
        signature, body = unseal(_read_bytes(file))
        if not is_signed(signature, _name_place(file), body):
            return None
        manifest: Manifest = parse_json(body.decode())
        known = manifest["format"] == FORMAT and manifest.keys() == _ENTRIES
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return manifest if known else None


def _read_bytes(file: str) -> bytes:
    if may_be_address(file):
        from pathlib import Path

        from pressroom import storage
        from pressroom.errors import PressroomError

        if storage.is_address(file):
            try:
                return storage.read(Path(file))
            except PressroomError as error:
                raise OSError from error
    with open_regular(file, getattr(os, "O_NOFOLLOW", 0)) as opened:
        if os.fstat(opened.fileno()).st_size > LARGEST:
            raise OSError(f"{file} is larger than any manifest")
        return opened.read(LARGEST)


def read_current(file: str, known: dict[str, str]) -> Manifest | None:
    """Return the manifest in ``file`` when its dependencies and outputs are all as they were.

    None for any doubt, which only means building again. ``known`` keeps fingerprints of this run.
    """
    manifest = read(file)
    if manifest is None:
        return None
    try:
        outputs = {f"read {name}": sha256 for name, sha256 in manifest["outputs"].items()}
        current = outputs and are_current(manifest["dependencies"], known) and are_current(outputs, known)
    except (KeyError, TypeError, AttributeError):
        return None
    return manifest if current else None


def explain_stale(file: str, known: dict[str, str]) -> list[str]:
    """Return in words why what ``file`` describes must be built again; nothing when it need not."""
    manifest = read(file)
    if manifest is None:
        return ["it was not built here before"]
    outputs = {f"read {name}": sha256 for name, sha256 in manifest["outputs"].items()}
    return describe_changes(manifest["dependencies"], known) + describe_changes(outputs, known)


def name_run(arguments: list[str]) -> str:
    """Return the name of the manifest of a whole command line, as given in this folder."""
    return "\0".join(["run", os.getcwd(), *arguments])


def find_unchanged_run(arguments: list[str]) -> str | None:
    """Return what to print when this very command line was run before and nothing has changed, else None.

    Called ahead of everything else: a run with nothing to do costs little more than Python's own start.
    """
    out = find_output_folder(arguments)
    if _NEVER_SKIPPED.intersection(arguments) or _is_unfinished(out):
        return None
    manifest = read_current(locate(out, name_run(arguments)), {})
    return manifest["message"] if manifest else None


def _is_unfinished(out: str) -> bool:
    """Tell whether a run that was killed left files of an edition that are to take their places."""
    try:
        return any(name.startswith(JOURNAL) for name in os.listdir(os.path.join(out, FOLDER)))
    except OSError:
        return False


def find_output_folder(arguments: list[str]) -> str:
    """Return the output folder that a command line names, else ``dist`` of the project round this folder."""
    for index, argument in enumerate(arguments):
        if argument in ("--out", "-o") and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--out="):
            return argument[6:]
    folder = os.getcwd()
    while not os.path.isfile(os.path.join(folder, "report.toml")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return "dist"
        folder = parent
    return os.path.join(folder, "dist")
