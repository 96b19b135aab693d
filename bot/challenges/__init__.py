"""Group challenges: what a club runs for together."""
