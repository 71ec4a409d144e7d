"""Site to pages in memory: authored Markdown with its directives drawn, and the pages made from data."""
