// Small help at the staff door. Everything works without it, only less comfortably.

// On a narrow screen open filters would fill the first page: they start closed, and the heading names those in use.
if (matchMedia("(max-width: 1024px)").matches) {
  const inUse = "li.selected:not(:first-child)";
  for (const group of document.querySelectorAll("#changelist-filter details")) {
    group.open = !group.matches(".office-filters") && group.querySelector(inUse) !== null;
  }
  const names = [...document.querySelectorAll(`#changelist-filter ${inUse}`)].map((choice) => choice.textContent.trim());
  if (names.length) document.querySelector("#changelist-filter-header").append(`: ${names.join(", ")}`);
}

// Ctrl+S saves, Ctrl+K goes to the search box. Both need a modifier, so nobody triggers them while typing.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const target = { s: "input[name=_save]", k: "#searchbar" }[event.key.toLowerCase()];
  const element = target && document.querySelector(target);
  if (!element) return;
  event.preventDefault();
  if (event.key.toLowerCase() === "s") element.click();
  else element.focus();
});

// Leaving a form with unsaved changes asks once.
const form = document.querySelector("#content-main form[id$=_form]");
if (form) {
  let isChanged = false;
  form.addEventListener("change", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}

// After a refused form, reading starts at the list of errors.
document.querySelector("#office-errors")?.focus();

// Nothing of this visit stays in the tab for the next person.
document.querySelector("#logout-form")?.addEventListener("submit", () => sessionStorage.clear());
