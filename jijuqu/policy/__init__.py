"""Notices as code: rules in clause order, dated parameters, findings. Pure Python, no third-party import."""
