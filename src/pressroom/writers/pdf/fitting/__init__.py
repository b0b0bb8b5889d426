"""What WeasyPrint leaves to be done about a layout: notes, wide tables, headings, the last page."""
