"""Pictures that a document names: fetched from beside it, and made what every format shows."""
