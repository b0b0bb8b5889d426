"""Hostile input of every kind: what the fuzzer found interesting, and what must never get through."""
