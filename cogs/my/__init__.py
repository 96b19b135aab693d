"""What belongs to a member alone: settings, export, and being forgotten."""
