"""SQLite as this product uses it: Django's own, with a queue of writers."""
