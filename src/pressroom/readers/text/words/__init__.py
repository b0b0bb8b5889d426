"""Words of several languages by which parts of a text are known: phrases that many texts share."""
