// A table or a listing is a tab stop only where it scrolls: everywhere else Tab would stop at nothing to do.
// Without this script every one of them is a stop, so that none is out of reach.

const STOPS = ':is([role="region"], pre)[tabindex="0"]';
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target.closest("[data-scrolls]"))));

function fit(place) {
  const scrolls = place.scrollWidth > place.clientWidth + 1 || place.scrollHeight > place.clientHeight + 1;
  if (scrolls) place.tabIndex = 0;
  else if (place !== document.activeElement) place.removeAttribute("tabindex");
}

function watch(place) {
  place.dataset.scrolls = "";
  sizes.observe(place);
  for (const content of place.children) sizes.observe(content);
}

window.document$.subscribe(() => document.querySelectorAll(STOPS).forEach(watch));
