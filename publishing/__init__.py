"""How it becomes pages: everything between the data, the calculators, the Markdown and the site."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache"
