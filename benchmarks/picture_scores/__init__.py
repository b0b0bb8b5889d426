"""How pictures of key numbers are scored: each read as it is printed, its verdict kept by hash."""
