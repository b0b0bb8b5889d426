"""What benchmarks/peers.py compares: texts, the programs that print them, and what is measured of each."""
