"""Care for a member in a hard hour: nothing here is counted, told on, or kept longer than it must be."""
