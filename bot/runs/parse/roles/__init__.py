"""Roles: what each figure is to a run."""
