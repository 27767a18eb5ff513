"""Yizhan 议栈: records in Git become a checked, searchable public site."""
