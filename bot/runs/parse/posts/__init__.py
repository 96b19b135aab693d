"""Posts in parts: clauses, figures with their roles, and runs in the making."""
