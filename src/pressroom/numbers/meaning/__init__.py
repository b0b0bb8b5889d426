"""What a text says of a quantity: how sure, of what, by whom, for which time."""
