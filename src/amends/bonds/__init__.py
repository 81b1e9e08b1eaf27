"""What changes a bond."""
