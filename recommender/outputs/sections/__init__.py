"""What is said, a module a subject: plans, findings, explanations as blocks that every text format prints."""
