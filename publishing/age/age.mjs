// Shows of every figure's age what is true today. The day of its review and both wordings stand in the page.
//
// An element with `data-review-by` holds parts with `data-due` and `data-overdue`, or is such a part itself. Pages
// that the theme puts in place without loading them, and days that a live answer brings, are noticed as they come.

import config from "./config.mjs";

const AGED = "[data-review-by]";

/** Today where the reader is, as an ISO date; on a site that was built for another day, that day. */
export function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return config.asOf ?? parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function show(element) {
  const day = element.dataset.reviewBy;
  const overdue = day !== "" && day < today();
  for (const part of [element, ...element.querySelectorAll("[data-due], [data-overdue]")]) {
    if ("due" in part.dataset) part.hidden = overdue;
    if ("overdue" in part.dataset) part.hidden = !overdue;
  }
}

function showWithin(node) {
  if (!(node instanceof Element)) return;
  if (node.matches(AGED)) show(node);
  for (const element of node.querySelectorAll(AGED)) show(element);
}

function changed({ type, target, addedNodes }) {
  if (type === "attributes") show(target);
  else addedNodes.forEach(showWithin);
}

const watch = new MutationObserver((records) => records.forEach(changed));
watch.observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["data-review-by"] });
showWithin(document.documentElement);
document.addEventListener("visibilitychange", () => showWithin(document.documentElement)); // left open overnight
