"""`python -m macros` writes anew what is made from the models (`make schema`)."""

from .model.currencies import CURRENCIES_FILE, currencies
from .model.schema import SCHEMA_FILE, schema_text
from .model.vocabulary import VOCABULARY_FILE, vocabulary

SCHEMA_FILE.write_text(schema_text(), "utf-8")
VOCABULARY_FILE.write_text(vocabulary(), "utf-8")
CURRENCIES_FILE.write_text(currencies(), "utf-8")
