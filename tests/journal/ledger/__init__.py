"""A room for tests: tables that the journal covers, with columns of every kind."""
