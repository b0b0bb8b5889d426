"""Units to blocks of the model, with the place of every character."""
