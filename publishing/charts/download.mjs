// Downloads of a chart: the wide drawing in the colors shown, on the page's ground, as SVG or as PNG.

const AROUND = 20;
const SHARP = 2;
const ROLE = /^var\((--[a-z0-9-]+)\)$/;
const SVG = "http://www.w3.org/2000/svg";

function made(tag, attributes, text = "") {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/** A copy that needs no page: colors in place of their roles, a ground, some air around it. */
function standing(figure) {
  const copy = figure.querySelector(".chart-wide").cloneNode(true);
  const shown = getComputedStyle(figure.querySelector("[data-drawings]"));
  for (const element of copy.querySelectorAll("*")) {
    for (const name of ["fill", "stroke"]) {
      const role = ROLE.exec(element.getAttribute(name) ?? "");
      if (role) element.setAttribute(name, shown.getPropertyValue(role[1]).trim());
    }
  }
  const [width, height] = ["width", "height"].map((name) => Number(copy.getAttribute(name)) + 2 * AROUND);
  const place = { x: -AROUND, y: -AROUND, width, height };
  const fill = shown.getPropertyValue("--chart-ground").trim();
  copy.prepend(made("title", {}, copy.getAttribute("aria-label")), made("rect", { ...place, fill }));
  for (const [name, value] of Object.entries({ width, height, viewBox: Object.values(place).join(" ") })) copy.setAttribute(name, value);
  copy.removeAttribute("class");
  return { copy, width, height };
}

function address(text) {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

/** The page's letters, to be carried by a picture: an image reaches for nothing outside itself. */
async function letters() {
  const font = await fetch(new URL("./inter-latin-wght-normal.woff2", import.meta.url));
  const bytes = new Uint8Array(await font.arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return made("style", {}, `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${text})}`);
}

async function picture({ copy, width, height }) {
  copy.prepend(await letters());
  const image = new Image();
  image.src = address(new XMLSerializer().serializeToString(copy));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SHARP, height * SHARP];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function download(figure, kind) {
  const drawn = standing(figure);
  const text = new XMLSerializer().serializeToString(drawn.copy);
  const file = kind === "png" ? await picture(drawn) : new Blob([text], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.download = `${figure.dataset.file}.${kind}`;
  link.href = URL.createObjectURL(file);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-download]");
  if (button) download(button.closest("figure"), button.dataset.download);
});
