"""What leaves the building: files that open safely wherever they are opened."""
