"""Records become pages: one kind a file; templates without logic."""
