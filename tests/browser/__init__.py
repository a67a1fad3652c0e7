"""What a browser makes of the pages that the library writes and of the documentation."""
