"""Drafts: the figures of each run, put together."""
