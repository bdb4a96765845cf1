"""The officials' view of a year: figures against targets, charts, map, what is late, and what it changed."""
