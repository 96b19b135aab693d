"""What was told on demand and names somebody, so that it can be put right when they are not to be named any more."""
