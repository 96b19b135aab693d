"""Encouragement: the one fitting line under a logged run."""
