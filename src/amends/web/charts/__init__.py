"""Pure geometry: from readings to positions and paths. No Django, no words, no colours."""
