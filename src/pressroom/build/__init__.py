"""From sources to published outputs: what is stale, in which order, whole or absent."""
