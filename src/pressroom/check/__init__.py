"""Checks: of the machine now; of sources and outputs as they come."""
