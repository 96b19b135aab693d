"""Runs: what a member ran, how it is logged, listed, mended and withdrawn."""
