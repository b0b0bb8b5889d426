"""report doctor."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.check import machine
from pressroom.check.machine import Finding, State
from pressroom.cli.terminal import show, show_json
from pressroom.project import place as places
from pressroom.world import RealWorld

LACKING = 3


@click.command()
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The output folder (default: dist).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(out: Path | None, as_json: bool) -> int:
    """Check that this machine has all that is needed; say what is not well, and the cure."""
    place = places.find(Path.cwd(), RealWorld())
    findings = machine.examine(machine.inspect((out or place.root / places.OUTPUTS).absolute()))
    is_well = machine.is_well(findings)
    if as_json:
        data = {"well": is_well, "findings": [finding_as_data(finding) for finding in findings]}
        show_json(data)
    else:
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            for line in format_finding(finding, width):
                show(line)
        show("All that is needed is here." if is_well else "Something needed is missing.", err=True)
    return 0 if is_well else LACKING


def format_finding(finding: Finding, width: int) -> tuple[str, ...]:
    """Return a finding as a line, and one with its cure where it is not well."""
    mark = "ok" if finding.state is State.OK else "NO" if finding.needed else "--"
    state = "" if finding.state is State.OK else f"{finding.state}: "
    text = f"{mark}  {finding.name:<{width}}  {state}{finding.detail}"
    return (text, f"    {'':<{width}}  Cure: {finding.cure}") if finding.cure else (text,)


def finding_as_data(finding: Finding) -> dict[str, object]:
    """Return a finding as plain data for --json."""
    return {
        "name": finding.name,
        "state": str(finding.state),
        "detail": finding.detail,
        "cure": finding.cure,
        "needed": finding.needed,
    }
