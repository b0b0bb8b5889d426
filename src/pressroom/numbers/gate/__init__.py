"""Which wording a tile shows: the rules and the model that refuse the others, and the choice."""
