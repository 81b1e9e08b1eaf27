"""How a draft may land: what the coach says of it. Pure, and keeps nothing."""
