"""From what is measured about a village to an ordered, budgeted, explained development plan."""
