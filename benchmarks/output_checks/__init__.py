"""The sections of benchmarks/outputs.py, a module each."""
