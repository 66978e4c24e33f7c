"""One module a letter: what it is about, as a dataclass, and the function that writes it."""
