"""LibreOffice where it is installed: found, run, asked for pages and for drawings."""
