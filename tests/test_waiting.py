"""A calculator whose numbers are the reader's: it waits for them, and answers once they are there.

It lies in tests/calculators/ and is put into the built site beside the real ones, which need not know.
"""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.forms import READY, form, link, outputs, refused, settled, type_into
from tests.servers import SiteServer

pytestmark = pytest.mark.browser


def test_without_its_numbers_it_waits_and_then_answers(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.address}own/")
    own = form(page)
    expect(own).to_have_attribute("data-state", "waiting", timeout=READY)
    expect(own.get_by_text("Enter part and whole to see share.")).to_be_visible()
    assert own.locator("output").get_attribute("data-value") == ""
    type_into(own, "part", "8")
    expect(own.locator('[data-origin-of="part"]')).to_have_text("Your number", timeout=READY)
    expect(own).to_have_attribute("data-state", "waiting", timeout=READY)
    type_into(own, "whole", "40")
    assert outputs(settled(own)) == {"share": "20.0"}
    type_into(own, "part", "50")
    refused(own, "part", "Enter at most 40.")
    expect(own).to_have_attribute("data-state", "live")
    type_into(own, "part", "")
    expect(own).to_have_attribute("data-state", "waiting")
    assert own.locator("output").get_attribute("data-value") == ""


def test_a_link_with_both_numbers_answers_and_leaves_neither_in_the_address(
    context: BrowserContext, server: SiteServer
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}own/#own-share?part=9&whole=30")
    assert outputs(settled(form(page))) == {"share": "30.0"}
    assert set(link(form(page))) == {"release"}
    assert "part" not in page.url and "whole" not in page.url
