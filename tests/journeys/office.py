"""What people do at the staff door again and again, as they do it: by labels and buttons."""

import re

from playwright.sync_api import expect


def box(page, label):
    """The box under a label; a fieldset may bear the same words."""
    return page.get_by_label(f"{label}:", exact=True)


def pick(page, field, typed):
    """Choose from a box that searches: open it, type, take the first answer that holds what was typed."""
    page.locator(f".field-{field} .select2-selection").click()
    page.locator(".select2-search__field").fill(typed)
    page.locator(".select2-results__option[aria-selected]", has_text=typed).first.click()


def press(page, button, told):
    """Press a button of the form and read what the office answers; photos may take it a while."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text(re.compile(told), timeout=30_000)


def sign_out(page):
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url(lambda address: "/kantor/" not in address)
