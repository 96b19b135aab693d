"""Recaps: what a club did together in a week, a month or a year."""
