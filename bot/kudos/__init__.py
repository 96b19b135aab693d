"""Kudos: one 👏 per member and post."""
