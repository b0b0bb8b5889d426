"""What a report chooses of its template's options: checked against what the template declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pressroom.compose.template import OptionValue, Template
from pressroom.errors import UsageError
from pressroom.project.settings import Layer
from pressroom.project.suggestions import suggest
from pressroom.project.templates.settings_file import convert, describe


def choose_options(template: Template, given: Iterable[tuple[Mapping[str, object], Layer]]) -> Template:
    """Return a template with the options that layers of settings choose, the last one wins.

    Raises UsageError, with file and line, for an option that the template does not have and for a value of
    another type.
    """
    known = {option.name: option for option in template.options}
    chosen: dict[str, OptionValue] = {}
    for table, layer in given:
        for name, value in table.items():
            option = known.get(name)
            if option is None:
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
