"""How things are said: codes with values, and their sentences in both languages. Imports nothing of the product."""
