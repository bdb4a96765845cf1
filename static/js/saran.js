// Suggestions while typing, as an ARIA combobox; without them the field searches as ever.
(() => {
  const { url, css } = document.currentScript.dataset;
  const make = (tag, props) => Object.assign(document.createElement(tag), props);
  document.querySelectorAll(".search > input[name=q]").forEach((input, n) => {
    const list = make("ul", { id: `saran${n}`, className: "saran", hidden: true, role: "listbox", ariaLabel: "Saran" });
    const told = make("span", { className: "sr", role: "status" });
    let timer, request, at = -1;
    const set = (name, value) => input.setAttribute(name, value);
    const mark = (to) => {
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === to));
      at = to;
      set("aria-activedescendant", to < 0 ? "" : list.children[to].id);
      list.children[to]?.scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      clearTimeout(timer);
      request?.abort();
      list.hidden = true;
      set("aria-expanded", false);
      mark(-1);
    };
    const show = (found) => {
      list.replaceChildren(...found.map(([text, to, note], i) => {
        const item = make("li", { id: `saran${n}-${i}`, role: "option", textContent: text });
        item.append(make("small", { textContent: note }));
        item.onclick = () => location.assign(to);
        return item;
      }));
      list.hidden = !found.length;
      set("aria-expanded", !list.hidden);
      told.textContent = found.length ? `${found.length} saran` : "";
      mark(-1);
    };
    const ask = async () => {
      request = new AbortController();
      try {
        const { signal } = request;
        const answer = await fetch(`${url}?q=${encodeURIComponent(input.value.trim().toLowerCase())}`, { signal });
        if (answer.ok) show(await answer.json());
      } catch { /* Offline, or typed on. */ }
    };
    const start = () => {
      if (list.isConnected) return;
      if (!n || !document.querySelector(".saran")) document.head.append(make("link", { rel: "stylesheet", href: css }));
      input.closest(".search").append(list, told);
      Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id,
        "aria-expanded": false }).forEach(([name, value]) => set(name, value));
    };
    input.addEventListener("focus", start);
    input.addEventListener("blur", close);
    input.addEventListener("input", () => {
      start();
      clearTimeout(timer);
      request?.abort();
      if (input.value.trim().length < 2) return close();
      timer = setTimeout(ask, 150);
    });
    list.onpointerdown = (event) => event.preventDefault();
    input.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (list.hidden) return;
      if (event.key === "Escape") close();
      else if (event.key === "ArrowDown") mark(at < last ? at + 1 : -1);
      else if (event.key === "ArrowUp") mark(at < 0 ? last : at - 1);
      else if (event.key === "Enter" && at >= 0) list.children[at].click();
      else return;
      event.preventDefault();
    });
    // This script comes when somebody turns to the field, who may have typed meanwhile.
    if (input === document.activeElement) {
      start();
      if (input.value !== input.defaultValue) input.dispatchEvent(new Event("input"));
    }
  });
})();
