"""How a tile words its number: drafts cut from the parsed sentence, and the gate that refuses them."""
