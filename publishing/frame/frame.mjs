// What the theme leaves undone around the text: where the focus goes after a page was put in place without loading it,
// and that no single letter is a command. Its neighbors do the menu, the search and the scheme.

import "./menu.mjs";
import "./scheme.mjs";
import "./search.mjs";
import { pages } from "./theme.mjs";

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
  const left = wayOut.get(location.pathname);
  const same = (link) => link.href === left?.href && link.textContent === left.words && link.checkVisibility();
  return [...document.links].find(same);
}

/** The theme at times takes the offset of the page that was left for that of the new one. */
function scroll(place) {
  if (!location.hash) window.scrollTo(0, 0);
  else if (place === named(location.hash)) place.scrollIntoView();
}

/** The heading's name tells where one has arrived; where the focus goes elsewhere, the title is spoken instead. */
function arrive() {
  const heading = document.querySelector("main h1");
  const place = (backOrForward && leftThrough()) || named(location.hash) || heading;
  if (!backOrForward) scroll(place);
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
  wayOut.set(location.pathname, { href: link.href, words: link.textContent });
  const place = link.pathname === location.pathname && link.hash && named(link.hash);
  if (place) focus(place);
}

/** The theme makes commands of f, s, n, p, comma, point and slash: who dictates or slips would be carried off. */
function noCommand(event) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

let first = true;
pages.then((page$) => page$.subscribe(() => (first ? (first = false) : arrive())), () => {}); // without the theme each page is loaded whole
window.addEventListener("popstate", ({ state }) => (backOrForward = state !== null)); // null: a link within the page
document.addEventListener("click", pressed, { capture: true });
document.addEventListener("keydown", noCommand); // after all that listen within the page, before the theme at the window
