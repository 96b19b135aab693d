"""Members: settings that belong to a person alone, export and forget."""
