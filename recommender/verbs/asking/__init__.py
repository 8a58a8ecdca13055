"""What to ask first: each open question of a village answered in every way, and what that does to its plan."""
