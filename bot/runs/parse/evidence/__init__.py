"""Evidence: what speaks for a run beside its figures."""
