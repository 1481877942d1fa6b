// Finds in the list of all figures: what does not hold every word typed is hidden, and the count is told once, after a pause.
//
// Without this script the list stands whole, and the field is not shown.

const PAUSE = 700;
const TELLING = new WeakMap();

const plain = (text) => text.toLowerCase().replaceAll(/[\s,]+/g, " ");

function holds(row, words) {
  const text = plain(`${row.textContent} ${row.dataset.filtered}`);
  return words.every((word) => text.includes(word));
}

function filter(form) {
  const list = form.parentElement;
  const words = plain(form.elements.find.value).trim().split(" ");
  for (const row of list.querySelectorAll("[data-filtered]")) row.hidden = !holds(row, words);
  for (const group of list.querySelectorAll("[data-filtered-group]")) group.hidden = !group.querySelector("[data-filtered]:not([hidden])");
  clearTimeout(TELLING.get(form));
  TELLING.set(form, setTimeout(() => tell(form, list, words.join("")), PAUSE));
}

function tell(form, list, asked) {
  const count = list.querySelectorAll("[data-filtered]:not([hidden])").length;
  const words = count === 0 ? "No figure has all of these words. Try fewer." : `${count} ${count === 1 ? "figure" : "figures"} found.`;
  form.querySelector("[data-found]").textContent = asked ? words : "";
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest("[data-filters]");
  if (form) filter(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-filters]")) event.preventDefault();
});
