"""Consistency: weeks in a row, kept by planned rest and a pause, and never a daily count."""
