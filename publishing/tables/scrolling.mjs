// Regions that may be wider than the page: `data-scrolls` names what they hold.
//
// Only while there is something to scroll to is such a region a stop of the Tab key and a landmark with
// that name; a reader at the keyboard is not stopped at tables that are in full sight.

const REGION = "[data-scrolls]";

function show(region) {
  const scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
  const name = region.dataset.scrolls;
  const alike = [...document.querySelectorAll(`[data-scrolls="${CSS.escape(name)}"]`)];
  const taken = alike.some((other) => other !== region && other.getAttribute("role") === "region"); // one landmark a name
  const told = { tabindex: "0", role: taken ? "group" : "region", "aria-label": name };
  for (const [key, value] of Object.entries(told)) scrolls ? region.setAttribute(key, value) : region.removeAttribute(key);
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) show(target.closest(REGION));
});

function watch(region) {
  for (const part of [region, ...region.children]) sizes.observe(part);
}

function changed({ target, addedNodes }) {
  for (const node of addedNodes) {
    if (!(node instanceof Element)) continue;
    if (target.matches(REGION)) sizes.observe(node);
    for (const region of [...(node.matches(REGION) ? [node] : []), ...node.querySelectorAll(REGION)]) watch(region);
  }
}

new MutationObserver((records) => records.forEach(changed)).observe(document.documentElement, { subtree: true, childList: true });
document.querySelectorAll(REGION).forEach(watch);
