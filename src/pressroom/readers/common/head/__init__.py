"""The head of a paper: who issues it, its kind, its embargo, told from the headline and the text."""
