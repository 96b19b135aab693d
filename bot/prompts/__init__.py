"""Club prompts: an invitation into the week and a question of the day, on the days organizers choose."""
