// What the page of a product, a seller or an event does once it is there.

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
