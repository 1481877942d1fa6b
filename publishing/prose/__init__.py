"""Checks what the pages say against what the data hold, with file, line and column.

`publishing.check` runs it before every build; `fix` mends what is mechanical.
"""
