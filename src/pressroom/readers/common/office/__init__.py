"""What the packages of office programs have in common: parts that point at each other, and properties."""
