"""Web pages and pieces of HTML: what a reader of the page would call its text."""
