"""What an author runs by hand."""
