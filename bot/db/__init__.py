"""The database: one file, one unit of work per hop, and everything that keeps the file safe."""
