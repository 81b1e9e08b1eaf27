"""Django's SQLite, with writers who take turns. Named as a database's ENGINE."""
