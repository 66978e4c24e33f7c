"""Land in, answers out: boundary files, areas on the ellipsoid, contiguity, overlap. Degrees EPSG:4490 inside."""
