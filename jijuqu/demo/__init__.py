"""The demonstration city: real district outlines, everything else invented, made from a seed by code."""
