"""What leaves the house: bundles made from a built site. Writes only where it is told to."""
