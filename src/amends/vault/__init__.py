"""What one keeps for oneself alone: ciphertext that the server can't read."""
