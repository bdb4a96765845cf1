"""The staff door on a phone: what was asked for is in sight."""

from playwright.sync_api import expect

from tests.factories import PASSWORD, UsahaFactory, UserFactory


def test_a_filtered_list_shows_its_rows_and_names_the_filter(portal, sign_in):
    desk = sign_in(UserFactory(role="Verifikator"), PASSWORD)
    desk.set_viewport_size({"width": 360, "height": 740})
    UsahaFactory(name="Usaha Menunggu")
    desk.goto(f"{portal}/kantor/umkm/usaha/?keadaan=menunggu")
    heading = desk.locator("#changelist-filter-header")
    expect(heading).to_have_text("Saringan: Menunggu verifikasi (1)")
    expect(desk.get_by_role("link", name="Usaha Menunggu")).to_be_in_viewport()
    heading.click()
    expect(desk.get_by_role("link", name="Hapus semua saringan")).to_be_visible()
