"""The desk: pages on which officers of districts and city do the procedure."""
