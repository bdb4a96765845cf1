"""Paper of the house itself: stock cards, settlements, and the poster of the visitor book."""
