"""What a report chooses of its template's options: checked against what the template declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pressroom.compose.template import OptionValue, Template
from pressroom.errors import UsageError
from pressroom.project.place import Place
from pressroom.project.settings import Layer, Scope
from pressroom.project.suggestions import suggest
from pressroom.project.templates.folders import list_templates, load
from pressroom.project.templates.settings_file import convert, describe
from pressroom.world import World

_FOR_ALL = (Scope.PROJECT, Scope.PROJECT_AUDIENCE)  # reports of the project, each with a template of its own


def choose_options(
    template: Template, given: Iterable[tuple[Mapping[str, object], Layer]], place: Place, world: World
) -> Template:
    """Return a template with the options that layers of settings choose, the last one wins.

    What is set for all reports of a project holds for those whose template has the option. Raises UsageError,
    with file and line, for an option that the template does not have, for one of a project that none has, and
    for a value of another type.
    """
    known = {option.name: option for option in template.options}
    chosen: dict[str, OptionValue] = {}
    for table, layer in given:
        for name, value in table.items():
            option = known.get(name)
            if option is None:
                if layer.scope in _FOR_ALL and _is_of_another(name, place, world):
                    continue
                raise UsageError(
                    f"the template {template.name} has no option {name!r}",
                    cure=f"{suggest(name, tuple(known))}; report templates {template.name} explains them",
                    rule="unknown-option",
                    where=layer.locate(name, value),
                )
            found = convert(option, value)
            if found is None:
                raise UsageError(
                    f"the option {name} = {value!r} is not {describe(option)}",
                    cure=f"give {describe(option)}: {option.meaning}",
                    rule="wrong-option",
                    where=layer.locate(name, value),
                )
            chosen[name] = found
    return replace(template, chosen=chosen) if chosen else template


def _is_of_another(name: str, place: Place, world: World) -> bool:
    """Tell whether any template that is to hand has an option of that name."""
    templates = (load(each, place, world) for each in list_templates(place, world))
    return any(name in {option.name for option in template.options} for template in templates)
