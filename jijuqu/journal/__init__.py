"""The record: who did what on which day, in a chain of events that nobody can change unseen, and the papers with it."""
