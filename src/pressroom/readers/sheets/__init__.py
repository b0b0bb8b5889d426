"""Spreadsheets and comma-separated values: a section a sheet, a table each block of cells."""
