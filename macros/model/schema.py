"""The JSON Schema of the data file: editors check while one types, and `/guide.json` names it.

`python -m macros` writes `docs/guide.schema.json` anew; a test fails while it is stale.
"""

import json
from pathlib import Path

from .guide import Guide

SCHEMA_FILE = Path(__file__).parent.parent.parent / "docs" / "guide.schema.json"


def schema() -> dict:
    """The schema of `docs/guide.yml` and of `/guide.json`, as JSON Schema 2020-12."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Guide.model_json_schema()}


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
