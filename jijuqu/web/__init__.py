"""The pages people see: views, forms, addresses and templates, by audience."""
