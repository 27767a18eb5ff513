"""Records and figures for programs."""
