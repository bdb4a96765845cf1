"""An invented district to look at: people, businesses, cooperatives, products, certificates, cases, pictures.

Nobody here exists. NIK KTP begin with 720999 (a kecamatan that does not exist), phone numbers lie in an
unassigned block, NIB begin with a day 99. Everything follows from one seed and one fixed day (`days.py`),
so every start of the demo shows the same district.

What each function gives (dataclasses of `records.py`, named after the models' fields; records point at
each other by `key`, at a desa by its official code, at a category by its slug):

- `businesses.people()`, `businesses.businesses()`: owners with their consents; businesses with yearly figures
- `cooperatives.cooperatives()`: with officers, annual meetings, member businesses;
  `dealings.dealings()`: what they do for these businesses
- `merah_putih.village_starts(codes)`: what each desa has done for its Koperasi Merah Putih;
  `merah_putih.examinations()`: health of cooperatives
- `products.products()`: `seller` is the key of a business or of a cooperative;
  `products.pictures()`: the pictures they show, each once
- `certificates.certificates()`: NIB and NIK Koperasi carry no number of their own, it stands on the subject
- `cases.cases()`: facilitation of 2024–2026 with steps; `certificate` is the key of what a case produced
- `targets.indicators()`: of the performance agreement, with cumulative targets of 2024–2026
- `pictures.draw(motif, seed, size)`: one picture of `pictures.MOTIFS`

The texts stand in `data/usaha/*.toml` and `data/koperasi/*.toml`. `state` is the word of
`Publishable.state`; the loader turns it into drafts, verifications and publications.
"""
