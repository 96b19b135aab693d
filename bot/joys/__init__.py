"""Joys: private milestones, told to their member alone, who may share them."""
