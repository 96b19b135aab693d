"""Nudges: a kind line to a member who asked for one when it gets quiet, once, and then silence."""
