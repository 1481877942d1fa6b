"""The only file that imports MkDocs: it calls our two steps around MkDocs' build.

Another generator calls `publishing.build.prepare` and `publishing.build.finish` itself, and is given
what `publishing.build.generated_pages` holds as files.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from publishing.build import finish, generated_pages, prepare


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Prepare data, runtime and assets before any page is drawn."""
    config.extra["prepared"] = prepare()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that no writer keeps: one for each figure."""
    for place, text in generated_pages().items():
        files.append(File.generated(config, place, content=text))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site after the last page."""
    finish(Path(config.site_dir), config.extra["prepared"])
