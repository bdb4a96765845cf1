// Photos are made smaller on the phone before they travel: five megabytes take minutes over a weak signal. What comes
// whole, without this script, the server makes as small.
const SIDE = 1600;
const QUALITY = 0.85;
const THUMB = 96;

const drawn = (picture, side) => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

// The file to send and a small picture of it. What this browser cannot read goes as it is: the server says what is
// wrong with it, or can read it after all.
const prepared = async (file) => {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { file };
  }
  const thumb = drawn(picture, THUMB);
  const blob = await new Promise((done) => drawn(picture, SIDE).toBlob(done, "image/jpeg", QUALITY));
  picture.close();
  if (!blob || blob.size >= file.size) return { file, thumb };
  const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
  return { file: new File([blob], name, { type: "image/jpeg" }), thumb };
};

const weight = (files) => {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const [amount, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), "KB"] : [Math.round(bytes / 1e5) / 10, "MB"];
  return `${amount.toLocaleString("id")} ${unit}`;
};

const told = (before, after) => {
  const count = after.length > 1 ? `${after.length} foto` : "Foto";
  const smaller = weight(after) !== weight(before) ? `, diperkecil dari ${weight(before)}` : "";
  return `${count} siap disimpan (${weight(after)}${smaller}).`;
};

const pending = new Set();

const take = async (input, note, thumbs) => {
  const before = [...input.files];
  thumbs.replaceChildren();
  note.textContent = before.length ? "Foto sedang diperkecil…" : "";
  if (!before.length) return;
  const ready = [];
  // One after the other: a cheap phone has no memory for two.
  for (const file of before) ready.push(await prepared(file));
  const transfer = new DataTransfer();
  for (const { file } of ready) transfer.items.add(file);
  input.files = transfer.files;
  thumbs.replaceChildren(...ready.flatMap(({ thumb }) => thumb ?? []));
  note.textContent = told(before, [...input.files]);
};

document.addEventListener("change", ({ target }) => {
  if (!target.matches("input[type=file][data-photo]")) return;
  if (!target.nextElementSibling?.matches(".office-photos")) {
    target.insertAdjacentHTML("afterend", '<div class="office-photos"><p role="status"></p><div></div></div>');
  }
  const [note, thumbs] = target.nextElementSibling.children;
  const work = take(target, note, thumbs).catch(() => { note.textContent = ""; }).finally(() => pending.delete(work));
  pending.add(work);
});

// Pressing “Simpan” too early waits for the photos.
document.addEventListener("submit", (event) => {
  if (!pending.size) return;
  event.preventDefault();
  const { target, submitter } = event;
  Promise.all(pending).then(() => target.requestSubmit(submitter));
}, true);
