"""The manifest of a whole run, so that the next one with the same command line can be answered at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.build.publish import Outcome
from pressroom.cache import manifests
from pressroom.storage import is_address
from pressroom.world import World

MOST_REPORTS = 2000  # beyond them, to read the manifest of each report is as quick


@dataclass(slots=True)
class RunManifest:
    """What a run depends on and what it has made, gathered report by report."""

    dependencies: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    reports: int = 0

    def add(self, outcome: Outcome) -> None:
        """Add a report; beyond MOST_REPORTS nothing more is kept."""
        self.reports += 1
        if self.reports <= MOST_REPORTS:
            found = outcome.dependencies.items()
            self.dependencies |= {lookup: value for lookup, value in found if not lookup.startswith("row ")}
            self.outputs |= outcome.outputs

    def write(
        self, out: Path, arguments: list[str], dependencies: Mapping[str, str], message: str, world: World
    ) -> None:
        """Write the manifest of a command line, unless the run was too large or went to an address.

        ``dependencies`` are those of the plan, ``message`` what a run that finds nothing changed prints.
        """
        if self.reports <= MOST_REPORTS and not is_address(out):
            file = manifests.locate(str(out), manifests.name_run(arguments))
            data = manifests.serialize({**dependencies, **self.dependencies}, self.outputs, message)
            world.write(Path(file), manifests.seal(file, data))
