"""政策测算: other numbers of the notice tried out over everything on record, by sliders."""
