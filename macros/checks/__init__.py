"""Everything that can stop a build: the data file, the pages, and what they call."""
