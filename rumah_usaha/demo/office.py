"""How to reach the office of the invented district. A real one has no such defaults: its settings say it or nothing."""

# The last of the block of numbers that operators leave unassigned; nobody of the district has it.
WHATSAPP = "+6281200009999"
ADDRESS = "Jalan Contoh Nomor 1, Ampana"
