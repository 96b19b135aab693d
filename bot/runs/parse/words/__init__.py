"""Words: what stands in a post, letter by letter, and what the language files know of it."""
