"""The Discord edge: commands, listeners, buttons and forms; no rules and no SQL."""
