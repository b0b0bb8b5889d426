"""What a process that opens files is kept from where the system can: writing, connecting, rare calls."""
