"""The guide: from data and words to the finished site and its editions. ARCHITECTURE.md has the plan of its rooms."""
