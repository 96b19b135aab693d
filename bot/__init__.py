"""Second Wind: everything that is not a Discord command."""
