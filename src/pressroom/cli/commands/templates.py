"""report templates."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.terminal import show
from pressroom.compose.template import OptionValue, Template, TemplateOption
from pressroom.project import place as places
from pressroom.project import templates
from pressroom.project.setting_values import FORMATS
from pressroom.world import RealWorld

PICTURE = "preview.png"


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the templates that are to hand, or show the options, formats and needs of the one called NAME."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    known = templates.list_templates(place, world)
    if name is not None:
        for line in _describe(templates.load(name, place, world)):
            show(line)
        return
    for each, folder in known.items():
        own = "" if folder.is_relative_to(place.default) else f" ({place.shown(folder)})"
        show(f"{each:<16} {templates.load(each, place, world).description}{own}")
        if world.is_file(folder / PICTURE):
            show(f"{'':<16} {folder / PICTURE}")


def _describe(template: Template) -> list[str]:
    """Return what may be said of a template, line by line."""
    lines = [f"{template.name}: {template.description}", f"folder   {template.folder}"]
    lines.append(f"formats  {', '.join(template.formats or FORMATS)}")
    if template.needs:
        lines.append(f"needs    {', '.join(template.needs)}")
    if not template.options:
        return [*lines, "options  none"]
    lines.append("options, set under [options] in report.toml or beside a text:")
    width = max(len(option.name) for option in template.options)
    for option in template.options:
        lines.append(f"  {option.name:<{width}}  {_name_type(option)}, {_show(option.default)} unless set")
        lines.append(f"  {'':<{width}}  {option.meaning}")
    return lines


def _name_type(option: TemplateOption) -> str:
    return " | ".join(option.choices) if option.type == "choice" else option.type


def _show(value: OptionValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value) if value != "" else "empty"
