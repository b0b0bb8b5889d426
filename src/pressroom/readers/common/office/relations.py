"""How the parts of an office package point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from pressroom.readers.common.elements import attribute
from pressroom.readers.common.limits import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship leads: ``target`` is a part's name, or an address when ``external``."""

    kind: str
    target: str
    external: bool


def read_relations(package: Package, part: str) -> Mapping[str, Relation]:
    """Return the relationships of a part by their id; "" stands for the package itself."""
    folder, base = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, Relation] = {}
    for entry in root if root is not None else ():
        target = attribute(entry, "Target")
        external = attribute(entry, "TargetMode").lower() == "external"
        if not external:
            target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = attribute(entry, "Type").rstrip("/").rpartition("/")[2]
        found[attribute(entry, "Id")] = Relation(kind, target, external)
    return found
