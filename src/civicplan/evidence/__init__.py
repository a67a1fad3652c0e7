"""Evidence: what is known of an indicator by a day: published, reconciled, chained, derived."""
