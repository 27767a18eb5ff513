"""Interviews: what a command asks a clerk, as data; who asks, and where, is not known here."""
