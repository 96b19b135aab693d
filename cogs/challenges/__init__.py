"""Challenges at the Discord edge: what organizers decide, the living cards, and what members press."""
