"""The whole bot on a simulated Discord: a seeded club, a browser page, and movable time."""
