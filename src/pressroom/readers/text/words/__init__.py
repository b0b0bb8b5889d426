"""Words of several languages by which parts of a text are known: dates, and phrases that many texts share."""
