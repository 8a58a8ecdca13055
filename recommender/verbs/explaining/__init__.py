"""Why a work is in a plan, why it stands there, or why it is not in it."""
