"""Calls for cheers: a member asks the club for some, by name or without it, and gets them back in private."""
