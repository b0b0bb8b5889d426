"""A process that has everything loaded and forks for each command: its socket, its client, its loop."""
