"""A source at a web address that the command line names: fetched once, kept, its origin recorded."""
