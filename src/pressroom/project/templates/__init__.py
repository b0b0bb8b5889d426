"""Templates of a project: their folders, their settings, their options, and which one fits a text."""

from pressroom.project.templates.choice import choose_template
from pressroom.project.templates.folders import SETTINGS, list_templates, load
from pressroom.project.templates.options import choose_options

__all__ = ["SETTINGS", "choose_options", "choose_template", "list_templates", "load"]
