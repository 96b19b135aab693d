"""Cheers: a kind word in public from one member to another."""
