"""Broken input, made by the thousand."""
