"""How much each may ask for: the operator's file, what a job counts as, and when there is room for it."""
