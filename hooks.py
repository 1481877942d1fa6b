"""The only file that imports MkDocs: it calls our two steps around MkDocs' build.

Another generator calls `publishing.build.prepare` and `publishing.build.finish` itself.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from publishing.build import finish, prepare


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Prepare data, runtime and assets before any page is drawn."""
    config.extra["prepared"] = prepare()
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site after the last page."""
    finish(Path(config.site_dir), config.extra["prepared"])
