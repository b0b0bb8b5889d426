"""What a Word file says: its paragraphs, notes and comments, and what it records of its source."""
