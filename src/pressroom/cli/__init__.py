"""The command line: click commands, a file each, no logic of their own."""
