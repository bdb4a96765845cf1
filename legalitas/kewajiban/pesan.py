"""What is written to somebody about a duty, ready to be sent by WhatsApp."""

from django.conf import settings

from common.templatetags.indonesia import tanggal
from legalitas.choices import JenisKewajiban
from legalitas.kewajiban.kalender import Kewajiban

_CLOSING = "Bila sudah diurus atau ada pertanyaan, silakan balas pesan ini. Terima kasih."
_TEXTS: dict[str, str] = {
    JenisKewajiban.PIRT: (
        "P-IRT {told} milik {holder} berlaku sampai {due}. Perpanjangan dapat diajukan mulai enam bulan "
        "sebelumnya; kami bantu bila Anda siapkan KTP, NIB, dan label produk."
    ),
    JenisKewajiban.KOMITMEN_PIRT: (
        "P-IRT {told} milik {holder} terbit dengan komitmen: penyuluhan keamanan pangan, pemeriksaan sarana, dan "
        "label. Komitmen itu dipenuhi paling lambat {due}; kami bantu menjadwalkannya."
    ),
    JenisKewajiban.BPOM: (
        "Izin edar BPOM {told} milik {holder} berlaku sampai {due}. Mohon siapkan pembaruannya; kami dampingi."
    ),
    JenisKewajiban.MEREK: (
        "Merek {holder} dengan nomor {told} dilindungi sampai {due}. Perpanjangan dapat diajukan mulai enam bulan "
        "sebelumnya."
    ),
    JenisKewajiban.SNI: "Sertifikat SNI {told} milik {holder} berlaku sampai {due}. Mohon siapkan pembaruannya.",
    # The law now sets no end; only what was printed before is looked at again.
    JenisKewajiban.HALAL: (
        "Sertifikat halal {told} milik {holder} mencantumkan tanggal {due}. Sertifikat tetap berlaku selama bahan dan "
        "cara pembuatannya tidak berubah. Apakah bahan, cara, atau jenis produknya berubah?"
    ),
    JenisKewajiban.NIK_KOPERASI: (
        "Data NIK Koperasi {told} ({holder}) dimutakhirkan setiap tahun sesudah RAT. Mohon kirim laporan RAT, neraca, "
        "susunan pengurus, dan jumlah anggota terbaru."
    ),
    JenisKewajiban.RAT: (
        "Kami mengingatkan RAT {holder}, {told}, yang diadakan paling lambat {due}. Mohon kabari tanggalnya agar "
        "petugas dapat hadir."
    ),
    JenisKewajiban.WAJIB_HALAL: (
        "Makanan dan minuman wajib bersertifikat halal sejak {due}, dan {holder} belum tercatat memilikinya. Untuk "
        "usaha mikro dan kecil, sertifikat jalur pernyataan pelaku usaha tidak dipungut biaya; kami dampingi."
    ),
}


def text_for(duty: Kewajiban) -> str:
    told = duty.shown.lower() if duty.jenis == JenisKewajiban.RAT else duty.shown
    body = _TEXTS[duty.jenis].format(told=told, holder=duty.holder, due=tanggal(duty.due_on))
    opening = f"Yth. {duty.holder}, kami dari {settings.OFFICE_NAME} {settings.DISTRICT_NAME}."
    return f"{opening} {body} {_CLOSING}"
