// "Daftar belanja": products that a visitor keeps, in this browser only. Pages do without it; its button then stays hidden.
(() => {
  const KEY = "belanja";
  const MOST = 50;

  // {"12": {name: "Abon", jumlah: 2}}. Whatever else stands there was not written here.
  const read = () => {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const rows = Object.entries(found ?? {}).filter(([key, row]) => /^\d{1,18}$/.test(key) && typeof row?.name === "string");
    return Object.fromEntries(rows.slice(0, MOST).map(([key, row]) => [key, { name: row.name, jumlah: amount(row.jumlah) }]));
  };
  const write = (list) => localStorage.setItem(KEY, JSON.stringify(list));
  const amount = (value) => Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), 999);
  const rupiah = (value) => `Rp${new Intl.NumberFormat("id-ID").format(value)}`;

  // --- on a product's page ---

  const button = document.querySelector("[data-belanja]");
  if (button) {
    const key = button.dataset.belanja;
    const link = document.querySelector("[data-belanja-link]");
    const show = () => {
      const list = read();
      const count = Object.keys(list).length;
      const isKept = key in list;
      button.textContent = isKept ? "Hapus dari daftar belanja" : "Simpan ke daftar belanja";
      link.textContent = `Lihat daftar belanja (${count})`;
      link.hidden = count === 0;
      button.hidden = !isKept && count >= MOST;
    };
    button.addEventListener("click", () => {
      const list = read();
      if (key in list) delete list[key];
      else list[key] = { name: button.dataset.name, jumlah: amount(document.getElementById("id_jumlah")?.value) };
      write(list);
      show();
    });
    show();
    // Also after "back", when the page is shown as it was left.
    window.addEventListener("pageshow", show);
  }

  // --- on the list's own page ---

  const page = document.getElementById("belanja");
  if (!page) return;
  const clone = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const state = document.getElementById("belanja-keadaan");

  const tell = (words) => { state.textContent = words; };

  const take = (key) => {
    const list = read();
    delete list[key];
    write(list);
    draw();
  };

  const line = (good, kept, changed) => {
    const row = clone("butir");
    const link = row.querySelector("a");
    link.href = good.url;
    link.textContent = good.name;
    row.querySelector(".by").textContent = good.is_available ? good.price_text : `${good.price_text} · sedang tidak tersedia`;
    if (good.photo) row.querySelector("img").src = good.photo;
    else row.querySelector("img").remove();
    const box = row.querySelector("input[type=number]");
    box.value = kept.jumlah;
    box.setAttribute("aria-label", `Jumlah ${good.name}`);
    box.addEventListener("change", () => {
      const list = read();
      box.value = amount(box.value);
      if (good.id in list) list[good.id].jumlah = Number(box.value);
      write(list);
      changed();
    });
    const remove = row.querySelector("button");
    remove.setAttribute("aria-label", `Hapus ${good.name}`);
    remove.addEventListener("click", () => take(good.id));
    return row;
  };

  const seller = (found, list) => {
    const form = clone("penjual");
    form.action = page.dataset.order;
    const link = form.querySelector("h2 a");
    link.href = found.url;
    link.textContent = found.name;
    const total = form.querySelector(".price");
    const changed = () => {
      const now = read();
      total.textContent = rupiah(found.goods.reduce((sum, good) => sum + good.price * (now[good.id]?.jumlah ?? 0), 0));
    };
    form.querySelector("ul").append(...found.goods.map((good) => line(good, list[good.id], changed)));
    changed();
    const order = form.querySelector(".button-main");
    if (found.asks === "kantor") order.querySelector("span").textContent = "Pesan lewat kantor kami";
    if (!found.asks) order.replaceWith("Penjual ini belum dapat dihubungi lewat situs.");
    // What is sent is what stands there now: nothing else of the list leaves the browser.
    form.addEventListener("formdata", (event) => {
      const now = read();
      for (const good of found.goods) if (now[good.id]) event.formData.append("butir", `${good.id}:${now[good.id].jumlah}`);
    });
    return form;
  };

  const gone = (key, row) => {
    const notice = clone("hilang");
    notice.querySelector("span").textContent = `${row.name} tidak lagi ditayangkan.`;
    notice.querySelector("button").addEventListener("click", () => take(key));
    return notice;
  };

  const draw = async () => {
    const list = read();
    const keys = Object.keys(list);
    document.getElementById("belanja-kosong").hidden = keys.length > 0;
    if (!keys.length) {
      page.replaceChildren();
      return tell("");
    }
    const response = await fetch(`${page.dataset.url}?produk=${keys.join(",")}`, { credentials: "omit" });
    if (!response.ok) throw new Error(response.status);
    const { sellers } = await response.json();
    const there = new Set(sellers.flatMap((found) => found.goods.map((good) => String(good.id))));
    const lost = keys.filter((key) => !there.has(key)).map((key) => gone(key, list[key]));
    page.replaceChildren(...lost, ...sellers.map((found) => seller(found, list)));
    tell("");
  };

  const open = () => draw().catch(() => tell("Daftar belum dapat dimuat. Periksa sambungan Anda, lalu muat ulang halaman ini."));
  window.addEventListener("pageshow", open);
})();
