// The search in a dialog: the browser keeps the focus in it, closes it with Escape and gives the focus back.
// The theme's script works in it as in its own; here is undone what it takes from the keyboard.

import { pages } from "./theme.mjs";

const dialog = document.getElementById("search");
const query = dialog.querySelector("[data-md-component=search-query]");
const results = dialog.querySelector("ol");
const LACKING = "The search could not be loaded. Load this page again to try once more.";
const THEIRS = ["ArrowUp", "ArrowDown", "Enter"]; // at any other key the theme moves the focus, at Tab it closes

function open() {
  dialog.showModal();
  query.select();
}

function closed() {
  document.body.style.top = ""; // else the theme scrolls to where it believes to have locked the page
  const toggle = document.getElementById("__search");
  if (toggle.checked) toggle.click();
}

/** The theme takes results out of the order of Tab. */
function reachable() {
  for (const each of results.querySelectorAll("[tabindex]")) each.removeAttribute("tabindex");
}

document.querySelector("[data-opens=search]").addEventListener("click", open);
dialog.querySelector("[data-closes=search]").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", closed);
dialog.addEventListener("keydown", (event) => THEIRS.includes(event.key) || event.stopPropagation());
dialog.addEventListener("click", ({ target }) => (target === dialog || target.closest("a")) && dialog.close());
new MutationObserver(reachable).observe(results, { childList: true, subtree: true });
pages.catch(() => (dialog.querySelector("[role=status]").textContent = LACKING));
