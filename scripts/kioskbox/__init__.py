"""What the kiosk's own machine runs: check a bundle, update from a USB stick, go back, tell the state.

Standard library only, because it travels in the bundle as one file (``kiosk.pyz``) to machines
without network. It knows nothing of the generator.
"""
