"""One source that is open in the preview: its pages as they were last laid out, and its changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pressroom.build.job import Job
from pressroom.cache.dependencies import fingerprint
from pressroom.preview.history import History
from pressroom.preview.layout.rendering import PagePicture, RenderedSource

_MOST_PICTURES = 60  # of pages that are kept; an A4 page is about 200 kB


@dataclass(slots=True)
class OpenSource:
    """An open source.

    ``revision`` counts its layouts; ``draft`` is that of one section, until all follows. ``visible`` are the
    pages in sight, ``width`` that of their pictures in pixels. ``is_running`` and ``is_drafting`` tell what
    is under way, ``is_waiting`` and ``edited_line`` that it is to be done once more.
    """

    key: str
    job: Job
    history: History
    revision: int = 0
    rendered: RenderedSource | None = None
    draft: RenderedSource | None = None
    pictures: dict[tuple[int, int, int], PagePicture] = field(default_factory=dict, repr=False)
    is_running: bool = False
    is_waiting: bool = False
    is_drafting: bool = False
    edited_line: int = 0
    visible: tuple[int, ...] = (0, 1)
    width: int = 800

    @property
    def path(self) -> Path:
        """The path of the source."""
        return self.job.source

    @property
    def is_stale(self) -> bool:
        """Whether a file that the last layout was made from is another one now."""
        if self.rendered is None:
            return True
        known = dict(self.job.code)
        return any(fingerprint(each, known) != value for each, value in self.rendered.dependencies.items())

    def take(self, rendered: RenderedSource) -> None:
        """Show a new layout; pictures of the one before are dropped."""
        self.revision += 1
        self.rendered, self.draft = rendered, None
        self.pictures = {
            (self.revision, number, self.width): picture for number, picture in rendered.pictures.items()
        }

    def keep(self, page: int, width: int, picture: PagePicture) -> None:
        """Keep the picture of a page of the present layout."""
        while len(self.pictures) >= _MOST_PICTURES:
            del self.pictures[next(iter(self.pictures))]
        self.pictures[self.revision, page, width] = picture
