"""Lines of a plain text: marks and numbers ahead of them, and the width at which they were wrapped."""
