"""The source as it stands now: its blocks, how it marks them, and changes of its text."""
