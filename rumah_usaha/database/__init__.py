"""PostgreSQL that starts by itself where DATABASE_URL is unset.

`base` is the Django backend, `cluster` one server and its life, `lifecycle` what commands need.
Only `base` and `lifecycle` know Django.
"""
