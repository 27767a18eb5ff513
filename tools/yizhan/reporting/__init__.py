"""Findings become text, JSON, annotations."""
