"""Outputs on their way to readers: print sheets, printers, mail."""
