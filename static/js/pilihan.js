// Select2 names its boxes after their content, which is nothing while they are empty: name them after their label.
(() => {
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
      const box = select.parentElement.querySelector(".select2-selection");
      if (!label || !box) continue;
      label.id ||= `${select.id}_label`;
      const content = box.querySelector(".select2-selection__rendered");
      content?.setAttribute("aria-labelledby", label.id);
      box.setAttribute("aria-labelledby", `${label.id} ${content?.id || ""}`.trim());
      // Where several are chosen, the words are typed inside the box.
      box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
      box.closest(".select2").querySelector(".select2-selection__clear")?.setAttribute("title", "Kosongkan");
    }
  };
  // Runs after Django's own: callbacks are called in the order in which they were registered.
  window.django?.jQuery(() => name(document));
  // Django fills a new row beneath the record after this event.
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target), 0));
})();
