"""What comes unasked: when it may come at all, and what follows when a member cannot be reached."""
