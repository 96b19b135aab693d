"""What became of the messages of chat after they were written, and up to where each channel was followed."""
