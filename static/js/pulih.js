// A session may end while a long form is being filled in. What was sent then is put back after signing in again.
// Kept in this tab only, and never numbers of people, passwords or files.
(() => {
  const form = document.querySelector("#content-main form[id$=_form]");
  const key = `isian:${location.pathname}`;
  const who = document.getElementById("user-tools")?.dataset.who || "";
  const version = form?.elements._version?.value || "";
  const isKept = (box) =>
    box.name && !box.name.startsWith("_") && box.name !== "csrfmiddlewaretoken" &&
    !["hidden", "file", "password", "submit", "button"].includes(box.type) &&
    !box.closest(".office-secret") && !box.name.includes("__prefix__");

  const write = (box, kept) => {
    if (box.type === "checkbox" || box.type === "radio") box.checked = kept.values.includes(box.value);
    else if (box.tagName === "SELECT") {
      kept.values.forEach((value, index) => {
        if (![...box.options].some((option) => option.value === value)) box.add(new Option(kept.texts[index], value));
      });
      for (const option of box.options) option.selected = kept.values.includes(option.value);
    } else box.value = kept.values[0] ?? "";
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const read = (box) => {
    if (box.type === "checkbox" || box.type === "radio") return { values: box.checked ? [box.value] : [], texts: [] };
    if (box.tagName !== "SELECT") return { values: [box.value], texts: [] };
    const chosen = [...box.selectedOptions];
    return { values: chosen.map((option) => option.value), texts: chosen.map((option) => option.text) };
  };

  // Rows beneath the record are numbered, and added by a button of Django's own.
  const totals = () => [...form.elements].filter((box) => box.name?.endsWith("-TOTAL_FORMS"));
  const addRows = (total, wanted) => {
    const button = document.querySelector(`#${total.name.replace("-TOTAL_FORMS", "-group")} .add-row a`);
    let before;
    do {
      before = total.value;
      if (Number(before) < Number(wanted)) button?.click();
    } while (total.value !== before);
  };

  const keep = () => {
    const boxes = {};
    for (const box of form.elements) {
      if (!isKept(box)) continue;
      const found = read(box);
      boxes[box.name] = boxes[box.name] ? { values: [...boxes[box.name].values, ...found.values], texts: [] } : found;
    }
    const rows = Object.fromEntries(totals().map((total) => [total.name, total.value]));
    sessionStorage.setItem(key, JSON.stringify({ who, version, boxes, rows }));
  };

  const restore = (kept) => {
    for (const total of totals()) addRows(total, kept.rows[total.name]);
    for (const box of form.elements) if (isKept(box) && kept.boxes[box.name]) write(box, kept.boxes[box.name]);
    const note = document.createElement("p");
    note.className = "office-warning";
    note.setAttribute("role", "status");
    note.textContent =
      "Isian Anda yang belum tersimpan dipulihkan. NIK, NPWP, kata sandi, dan berkas perlu diisi lagi. Periksa lalu simpan.";
    form.before(note);
  };

  const stored = sessionStorage.getItem(key);
  // The server answered: stored, or shown again with what was typed. Only a lost session brings neither.
  const isAnswered = document.querySelector(".messagelist .saved, #office-errors");
  if (isAnswered) for (const name of Object.keys(sessionStorage)) if (name.startsWith("isian:")) sessionStorage.removeItem(name);
  if (!form) return;
  if (stored && !isAnswered) {
    sessionStorage.removeItem(key);
    const kept = JSON.parse(stored);
    // Not for the next person at this computer, nor over somebody else's change.
    if (kept.who === who && kept.version === version) {
      // Behind Django's own scripts, which make the boxes that search and the buttons that add rows.
      window.addEventListener("load", () => window.django.jQuery(() => restore(kept)));
    }
  }
  form.addEventListener("submit", keep);
})();
