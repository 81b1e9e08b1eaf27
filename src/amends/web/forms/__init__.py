"""What is typed, made into acts."""
