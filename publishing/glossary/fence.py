"""The list of all terms as a fence.

```glossary
```
"""

from typing import Any

from publishing.glossary import draw_list, glossary
from publishing.markdown.page import page_of


def glossary_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this."""
    return draw_list(glossary().values(), page_of(md).place)
