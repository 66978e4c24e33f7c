"""What developers and the Makefile call: translations, and a Node recent enough to build the front end."""
