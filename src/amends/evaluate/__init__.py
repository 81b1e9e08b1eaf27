"""How well the readings do on tables of other people's acts. Knows no Django."""
