"""The register as files: GeoPackage and GeoJSON for maps, Excel for tables and for coming back through the import."""
