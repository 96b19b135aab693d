"""The version of the bot, said once: pyproject.toml reads it here."""

VERSION = "0.1.0"
