"""Milestones: what is earned once."""
