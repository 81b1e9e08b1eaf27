"""What acts mean for one viewer. The composing is pure."""
