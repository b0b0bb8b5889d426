"""Print sheets made of a finished PDF: booklets, several pages on one side, grey, press colours."""
