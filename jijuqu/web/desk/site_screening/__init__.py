"""选址筛查: where contiguous industrial land of a layer lies outside parks and clear of other layers, as pages."""
