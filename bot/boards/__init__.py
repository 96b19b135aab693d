"""The board: what a club did together, and a ranking only where an organizer turned it on."""
