"""Site to pages in memory: the authored ones drawn, the others made from data."""
