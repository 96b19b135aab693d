"""What happens by itself: the ledger says what is due, a timer only wakes it."""
