"""Stances: what each clause speaks of, alone and beside the others."""
