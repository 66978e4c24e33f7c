"""The acts of the procedure as pages: what each asks, and what it calls."""
