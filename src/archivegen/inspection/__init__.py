"""What was read from one document, as text for a terminal: its lines, its values with their reasons, corrections."""
