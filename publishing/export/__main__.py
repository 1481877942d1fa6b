"""`python -m publishing.export` writes data/schemas/ anew, after a dataclass of the data has changed."""

from publishing.export.schemas import write_schemas

write_schemas()
