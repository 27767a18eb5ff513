"""Use cases, one a file; no Click."""
