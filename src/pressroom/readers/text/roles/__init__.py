"""What part a unit plays that is no heading: byline, dateline, the parts of a letter, captions, turns."""
