"""What tables of several rooms have in common: a span of days, a name in two languages."""
