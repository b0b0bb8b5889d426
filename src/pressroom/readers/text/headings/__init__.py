"""Which units are headings, how deep, and why."""
