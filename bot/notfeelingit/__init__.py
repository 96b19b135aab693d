"""*Not feeling it*: what a member says on such a day, for their own eyes, and what may follow from it."""
