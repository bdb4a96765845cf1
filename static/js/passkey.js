// Passkeys: what belongs to them shows where this browser and this address can use them; failures are told in words.
(() => {
  // Browsers keep passkeys for names only, never for a bare address such as 127.0.0.1.
  const isBareAddress = /^[\d.]+$|:/.test(location.hostname);
  if (window.PublicKeyCredential && !isBareAddress) {
    for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
    for (const part of document.querySelectorAll("[data-no-passkey]")) part.hidden = true;
  }
  // No submit button, so that Enter in a field never means the passkey.
  for (const choice of document.querySelectorAll("[data-passkey-choose]")) {
    choice.addEventListener("click", () => {
      choice.disabled = true;
      const wish = document.createElement("input");
      wish.type = "hidden";
      wish.name = "passkey";
      wish.value = "1";
      choice.form.append(wish);
      choice.form.submit();
    });
  }
  const words = {
    NotAllowedError: "Dibatalkan atau waktunya habis. Tekan tombolnya sekali lagi.",
    InvalidStateError: "Perangkat ini sudah menyimpan passkey untuk akun ini.",
  };
  document.addEventListener("allauth.error", (event) => {
    const place = document.querySelector("[data-passkey-error]");
    if (!place) return;
    event.preventDefault();
    place.textContent = words[event.detail.exception.name] || "Passkey belum dapat dipakai di perangkat ini.";
    place.hidden = false;
  });
})();
