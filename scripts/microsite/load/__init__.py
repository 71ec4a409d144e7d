"""Files to plain nodes that remember file and line. No opinion about content."""
