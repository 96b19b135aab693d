"""Recaps at the Discord edge: posted on their day, shown on demand, set by organizers."""
