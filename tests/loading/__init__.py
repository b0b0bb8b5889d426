"""Tests of pressroom.loading."""
