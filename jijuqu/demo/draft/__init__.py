"""A draft of a revised notice for the demonstration, all of it invented: its numbers, one rule more, one rewritten."""
