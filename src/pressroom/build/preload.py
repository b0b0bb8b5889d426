"""All that a report needs, loaded and used once: a process that is forked from here begins warm.

Libraries load half of what they have when they are first used: fonts, dictionaries, templates, weights. A
report that nobody sees has them do so. Nothing of it stays but what is the same for every report.
"""

from __future__ import annotations

import gc
import tempfile
import warnings
from importlib import import_module
from pathlib import Path

from pressroom.build.isolation import collect_rarely
from pressroom.build.scratch import remove_temporary_folder
from pressroom.language import guess_language
from pressroom.language.words import FREQUENT
from pressroom.loading.sample import TEXT
from pressroom.pipeline.result import Result
from pressroom.project.setting_values import FORMATS

_PLAIN = """Brunnen 2024

Die Gemeinde zählte im März 2024 insgesamt 412 Brunnen, 37 davon waren trocken.
Die Instandsetzung kostete 61.400 Euro.
"""
_done: list[bool] = []


def preload(formats: tuple[str, ...] = FORMATS) -> tuple[Result, ...]:
    """Load what makes reports, by making some in a folder that is removed again; return what came of it."""
    import_module("weasyprint")  # first: while it is not there, a report begins in a process of its own
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as name:
        warnings.simplefilter("ignore")
        folder = Path(name)
        (folder / "report.toml").touch()
        (folder / "wells.md").write_text(TEXT, encoding="utf-8")
        (folder / "brunnen.txt").write_text(_PLAIN, encoding="utf-8")
        made = (_make(folder, "wells.md", formats), _make(folder, "brunnen.txt", ("pdf",)))
    guess_language(" ".join(FREQUENT.values()))  # how each language is spelt
    remove_temporary_folder()
    gc.collect()
    collect_rarely()
    _done.append(True)
    return made


def is_preloaded() -> bool:
    """Tell whether this process, or the one it was forked from, has everything loaded."""
    return bool(_done)


def is_threaded() -> bool:
    """Tell whether this process has threads, Python's or a library's: a fork of it would lack them."""
    return len(list(Path("/proc/self/task").iterdir())) > 1


def _make(folder: Path, name: str, formats: tuple[str, ...]) -> Result:
    from pressroom.build.job import build
    from pressroom.build.plan import Request, make_plan
    from pressroom.project.place import find
    from pressroom.project.settings import make_option_layer
    from pressroom.world import RealWorld

    world = RealWorld()
    options = make_option_layer({"formats": list(formats)})
    plan = make_plan(Request((folder / name,), options, force=True), find(folder, world), world)
    (job,) = plan.jobs(world)
    return build(job)
