"""Doubts: why a question is better than a run logged wrongly."""
