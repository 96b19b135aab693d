"""Rewards: the roles of a server that a club gives for milestones, by public runs alone."""
