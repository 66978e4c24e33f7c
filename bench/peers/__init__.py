"""Other programs at the same work, each a script of its own for whichever Python has them."""
