"""Findings → text, JSON, GitHub annotations, GitLab code quality. Writers are pure."""
