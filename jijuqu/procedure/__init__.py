"""Who may do what, when, with which papers, from the district's plan to the city's reply. Pure Python, no Django."""
