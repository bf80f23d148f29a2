"""Everything Microscope can know without a screen; usable from a notebook."""
