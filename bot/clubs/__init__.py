"""Clubs: a server and the settings its organizers choose."""
