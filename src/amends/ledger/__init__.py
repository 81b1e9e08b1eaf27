"""Keeps acts. Its log and its verification are pure."""
