"""Settings, addresses, and where a server keeps things."""
