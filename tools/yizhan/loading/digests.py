"""The digest by which files, records and code are told apart: BLAKE2b.

``hashlib`` has it too, and loads the whole of OpenSSL first: 3 ms of each start.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
