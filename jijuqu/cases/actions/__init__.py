"""Everything that writes a case: one act, one transaction, one event, the actor passed in."""
