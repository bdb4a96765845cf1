// What a public page does once it is there. What only some visitors turn to is fetched when they do: the first view
// of the others waits for none of it.
(() => {
  const site = document.currentScript.dataset;
  const bring = (src, data = {}) => {
    const script = Object.assign(document.createElement("script"), { src });
    Object.assign(script.dataset, data);
    document.head.append(script);
  };

  // Suggestions, for who turns to the search field.
  const SEARCH = ".search > input[name=q]";
  const suggest = ({ target }) => {
    if (!target?.matches?.(SEARCH)) return;
    document.removeEventListener("focusin", suggest);
    bring(site.saran, { url: site.saranUrl, css: site.saranCss });
  };
  document.addEventListener("focusin", suggest);
  suggest({ target: document.activeElement });

  addEventListener("load", () => {
    // The worker that shows the page without a signal.
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
    for (const place of document.querySelectorAll("[data-script]")) bring(place.dataset.script);
  });

  // A product's or a seller's page tells that it was looked at, once in a tab: one more for the day, and nothing of who.
  if ("dilihat" in document.body.dataset) {
    const tell = () => {
      const address = `${location.pathname}dilihat/`;
      try {
        if (sessionStorage.getItem(address)) return;
        sessionStorage.setItem(address, "1");
      } catch {
        // A browser that keeps nothing counts anew each time.
      }
      navigator.sendBeacon?.(address);
    };
    // A page that the browser fetched ahead was seen by nobody yet.
    if (document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
    else tell();
  }

  // The share button opens the phone's own share sheet where there is one; without it, its link to WhatsApp stays.
  if (navigator.share) {
    for (const link of document.querySelectorAll("[data-share]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        navigator.share({ title: link.dataset.title, url: link.dataset.url }).catch(() => {});
      });
    }
  }
})();
