"""What stands together on lines: paragraphs, list items, tables, quotations; and what is no text."""
