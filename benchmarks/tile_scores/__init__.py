"""What the measure of tiles is made of: the articles, the judgements, and the table of both."""
