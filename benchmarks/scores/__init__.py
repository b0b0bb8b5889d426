"""What the scoreboard compares: the table, and the functions that measure its rows."""
