"""Language: numerals, times, phrases and amounts of Chinese sentences, and what names of indicators say."""
