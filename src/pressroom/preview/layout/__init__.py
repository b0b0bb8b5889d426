"""A source to its pages and to what is shown beside them, in a process of its own."""
