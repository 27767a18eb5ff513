"""Files become records: strict YAML, schemas, the archive."""
