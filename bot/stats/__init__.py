"""A member's running at a glance, against nobody but themselves."""
