"""The recap of facilitation as it stands on the screen."""

ADDRESS = "/laporan/rekap-fasilitasi/"
NAMELESS = "tanpa nama"


def read(page):
    """{kind: {year: figure}}; what is counted without names stands under (kind, NAMELESS)."""
    table = page.get_by_role("table")
    years = table.locator("thead th").all_inner_texts()[3:-1]
    key, figures = "", {}
    for row in table.locator("tbody tr").all():
        cells = row.locator("th, td").all_inner_texts()
        key = (key, NAMELESS) if NAMELESS in cells[1] else cells[1]
        figures[key] = dict(zip(years, cells[3:-1], strict=True))
    return figures
