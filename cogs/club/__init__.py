"""A club at the Discord edge: how it begins, and what its organizers choose."""
