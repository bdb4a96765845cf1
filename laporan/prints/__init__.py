"""What sellers and the office hang up and stick on: poster, cards, shelf labels. Only what the site shows already."""
