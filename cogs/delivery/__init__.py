"""What comes on its own, from an occurrence that is due to a message in its place."""
