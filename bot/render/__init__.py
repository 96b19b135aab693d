"""Pictures: what a card shows goes in, a PNG comes out; no Discord, no SQL, no wording."""
