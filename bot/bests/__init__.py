"""Bests: farther, faster and longer than before, measured against oneself alone."""
