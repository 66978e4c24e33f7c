"""How things are said: codes with values, and their sentences in Chinese and English. Imports nothing of the product."""
