"""From files to the archive: strict YAML, schemas, parsing.

``load(root)`` is the door for everything above that needs the whole archive.
"""

from yizhan.loading.load import Loaded, load
from yizhan.loading.tree import NoProjectError

__all__ = ["Loaded", "NoProjectError", "load"]
