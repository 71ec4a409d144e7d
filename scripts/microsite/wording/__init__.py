"""Words for people: catalogues, numbers, dates, problem messages."""
