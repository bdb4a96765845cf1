"""The duty calendar: what runs out or falls due, whom to call about it, and in which words (domain 8)."""
