"""Which numbers are key, what their tiles say, and what an editor overrides."""
