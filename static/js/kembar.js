// Shows possible duplicates while a form is being filled in. By POST: a NIK must not stand in an address.
(() => {
  const panel = document.getElementById("office-duplicates");
  if (!panel) return;
  const form = panel.closest("form");
  const names = panel.dataset.fields.split(" ");
  let timer;
  let asked = "";

  const ask = async () => {
    const body = new URLSearchParams({ _pk: panel.dataset.pk });
    for (const name of names) if (form.elements[name]?.value) body.set(name, form.elements[name].value);
    if (body.toString() === asked) return;
    asked = body.toString();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const response = await fetch(panel.dataset.url, { method: "POST", body, credentials: "same-origin" });
    if (response.ok) panel.innerHTML = await response.text();
  };

  const later = (event) => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), 600);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  // Select2 announces a choice through jQuery only.
  window.django?.jQuery(form).on("change", "select", later);
})();
