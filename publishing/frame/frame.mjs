// What the theme leaves undone around the text: where the focus goes after a page was put in place without loading it,
// and that no single letter is a command. Its neighbors do the menu, the search and the scheme.

import "./menu.mjs";
import "./scheme.mjs";
import "./search.mjs";

const wayOut = new Map(); // the link by which each page was left, for those who come back
let page = location.pathname;
let backOrForward = false;

/** Give the focus to a place that usually takes none, without moving the page: the theme has scrolled it. */
function focus(place) {
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}

function named(hash) {
  return document.getElementById(decodeURIComponent(hash.slice(1)));
}

function leftThrough() {
  return [...document.links].find((link) => link.href === wayOut.get(location.pathname) && link.checkVisibility());
}

/** The heading's name tells where one has arrived; where the focus goes elsewhere, the title is spoken instead. */
function arrive() {
  const heading = document.querySelector("h1");
  const place = (backOrForward && leftThrough()) || named(location.hash) || heading;
  if (place) focus(place);
  const told = place === heading || page === location.pathname;
  document.querySelector("[data-arrived]").textContent = told ? "" : document.title;
  page = location.pathname;
  backOrForward = false;
}

function pressed({ target }) {
  const link = target.closest("a[href]");
  if (!link) return;
  backOrForward = false;
  wayOut.set(location.pathname, link.href);
  const place = link.pathname === location.pathname && link.hash && named(link.hash);
  if (place) focus(place);
}

/** The theme makes commands of f, s, n, p, comma, point and slash: who dictates or slips would be carried off. */
function noCommand(event) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

let first = true;
window.document$.subscribe(() => (first ? (first = false) : arrive()));
window.addEventListener("popstate", () => (backOrForward = true));
document.addEventListener("click", pressed, { capture: true });
document.addEventListener("keydown", noCommand); // after all that listen within the page, before the theme at the window
