"""What stands where on the pages of a PDF: glyphs, lines, columns, tables, drawings, running heads."""
