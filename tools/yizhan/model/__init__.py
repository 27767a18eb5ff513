"""The records as frozen dataclasses, and the pure rules of the field."""
