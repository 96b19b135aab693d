"""Figures: the distances, times, paces, days and counts that a post tells."""
