"""A plan beside the plan that it would be: changes, read, made and worded; both plans compared, with reasons."""
