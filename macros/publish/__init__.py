"""Everything that happens after the pages are made."""
