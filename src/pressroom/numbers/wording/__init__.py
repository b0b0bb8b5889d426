"""How a tile may word its number: drafts, cut from the parsed sentence."""
