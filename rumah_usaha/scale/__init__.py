"""A district of any size for measurements: invented rows, straight into an empty database.

`speech` has the words, `records` the rows, `filling` writes them; `manage.py seed_scale` is the door.
"""
