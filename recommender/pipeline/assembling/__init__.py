"""A schedule and all that is known of its village -> the plan of the document."""
