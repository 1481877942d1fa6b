// A card or a definition closes when the focus moves on behind it, so that it never lies upon what has the focus.

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const open = target.closest(":popover-open");
  if (open && relatedTarget && !open.contains(relatedTarget)) open.hidePopover();
});
