"""Software that helps people rebuild trust after years of small betrayals."""
