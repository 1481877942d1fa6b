"""What other programs read, below api/ of the site, and what readers take along, below downloads/.

    contents      what there is to give away
    permission    what of it may be published again; `checking` holds the data to it
    keys          what a record may hold, read from its dataclass
    records       figures, sources and claims as plain records; calculators likewise
    tables        the same as tables; `frames` writes them as CSV, `workbook` as sheets
    package       what the CSV files hold, as a Data Package; `schemas` what the data files hold
    files, terms  which files there are to take along, and the words of their terms

`downloads` writes all of these but the API. Nothing here imports it, since it brings pandas, which takes a second:
only the end of a build does.
"""

from pathlib import Path

from calculators import calculator, names
from publishing.export.calculators import described
from publishing.export.contents import Contents
from publishing.export.records import claim_record, figure_record, source_item
from publishing.export.schemas import schemas
from publishing.export.writing import write_api_file, write_json

__all__ = ["described", "write_api"]


def write_api(folder: Path, contents: Contents) -> None:
    """Write every file of the API below `folder`."""
    figures, sources = contents.known.figures.values(), contents.known.sources.values()
    records = [figure_record(each, contents) for each in figures]
    claims = {each.claim.id: claim_record(each, contents) for each in contents.claims}
    write_api_file(folder, "calculators", {"calculators": [described(calculator(name)) for name in names()]})
    write_api_file(folder, "claims", {"claims": list(claims.values())})
    write_api_file(folder, "sources", {"sources": [source_item(each) for each in sources]})
    write_api_file(folder, "figures", {"figures": records})
    for figure, record in zip(figures, records, strict=True):
        whole = {
            "figure": record,
            "source": source_item(contents.known.source_of(figure)),
            "editions": [each.id for each in contents.editions(figure)],
            "claims": [claims[each.claim.id] for each in contents.claims_about(figure)],
        }
        write_api_file(folder, f"figures/{figure.id}", whole)
    for name, schema in schemas().items():
        write_json(folder / "api" / "schemas" / f"{name}.json", schema)
