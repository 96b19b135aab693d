"""The doctor: looks at the house and at each club, says what is wrong, and how to mend it."""
