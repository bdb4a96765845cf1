// The share button opens the phone's own share sheet where there is one; without it, its link to WhatsApp stays.
if (navigator.share) {
  for (const link of document.querySelectorAll("[data-share]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: link.dataset.title, url: link.dataset.url }).catch(() => {});
    });
  }
}
