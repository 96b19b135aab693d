"""Runs at the Discord edge: posts, commands, forms, and the buttons under an answer."""
