"""What an office document says of itself."""

from __future__ import annotations

from pressroom.model.document import Metadata
from pressroom.readers.common.limits import Package

_NO_AUTHORS = ("python-docx", "unknown", "user", "microsoft office user", "administrator", "admin", "author")


def read_properties(package: Package) -> tuple[Metadata, str]:
    """Return a document's metadata and its title, without what programs write by themselves."""
    root = package.xml("docProps/core.xml")
    found = {
        str(entry.tag).rpartition("}")[2]: (entry.text or "").strip()
        for entry in (root if root is not None else ())
    }
    author = found.get("creator", "")
    keywords = tuple(
        word.strip() for word in found.get("keywords", "").replace(";", ",").split(",") if word.strip()
    )
    return (
        Metadata(
            author=(author,) if author and author.lower() not in _NO_AUTHORS else (),
            subject=found.get("subject", ""),
            keywords=keywords,
        ),
        found.get("title", ""),
    )
