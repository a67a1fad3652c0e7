"""Plans: outlines, whole plans and work programmes."""
