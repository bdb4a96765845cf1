"""Writes the invented district into an empty portal: one module for each app, called in order by `district.load`.

Nothing is imported here: the processes that draw pictures import `photos` alone, without Django's models.
"""
