"""What only some kinds of paper have: fields at their head, parts under their text."""
