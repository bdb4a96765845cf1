// On a phone the tabs of the account are a strip that scrolls sideways: it opens where the page is.
const strip = document.querySelector(".akun-tabs");
const here = strip && strip.querySelector("[aria-current]");
if (here) strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
