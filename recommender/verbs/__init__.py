"""What is done with plans and knowledge besides planning: check, verify, explain, ask, what-if."""
