"""The outreach kit: what leaves the house by other channels than the site."""
