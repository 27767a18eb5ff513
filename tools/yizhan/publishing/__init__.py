"""Pages become a site: shells, search, swap."""
