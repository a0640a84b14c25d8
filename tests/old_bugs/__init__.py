"""One named test for each mistake that others made and that this guide must not make again.

Those that had a test at home in another folder are listed in `test_index.py`, with what went wrong elsewhere.
"""
