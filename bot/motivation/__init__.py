"""Motivation: messages worth keeping for whoever asks, and small ways out of the door, rest among them."""
