"""A project on disk: its settings, brand and templates."""
