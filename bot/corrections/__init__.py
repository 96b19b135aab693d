"""What organizers put right in others' runs: with a reason, kept for all organizers, and told to the runner."""
