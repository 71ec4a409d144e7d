"""Written Vietnamese to what a loudspeaker says: numbers, dates, units, abbreviations in words.

Northern usage. Knows the language, not the subject: abbreviations are passed in.
"""
