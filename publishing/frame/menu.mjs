// The list of pages is a popover of the browser's own: opened, closed and told of without a script, as without one.
// Left to do: it closes where a link stays on the page, and where the screen grows so wide that it stands beside the text.

const wide = matchMedia("(min-width: 76.25em)");

function close() {
  const menu = document.querySelector("#menu:popover-open");
  if (menu) menu.hidePopover();
}

document.addEventListener("click", ({ target }) => target.closest("#menu a") && close());
wide.addEventListener("change", close);
