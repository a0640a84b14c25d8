"""`python -m macros` writes the JSON Schema of the data file anew (`make schema`)."""

from .model.schema import SCHEMA_FILE, schema_text

SCHEMA_FILE.write_text(schema_text(), "utf-8")
