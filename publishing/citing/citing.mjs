// Copying: a button with data-copies="id" puts the text of that element on the clipboard, and the status beside it says so.
//
// Where the browser gives no clipboard, the text is selected in its place, for the reader to copy by hand.

const COPIED = "Copied.";
const SELECTED = "Selected: copy it from there.";

async function copy(button) {
  const source = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[role=status]");
  status.textContent = "";
  const words = await write(source.textContent.trim()).then(() => COPIED, () => select(source));
  status.textContent = words;
}

/** Put a text on the clipboard; a page without a secure address has none. */
async function write(text) {
  await navigator.clipboard.writeText(text);
}

function select(element) {
  getSelection().selectAllChildren(element);
  return SELECTED;
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copies]");
  if (button) copy(button);
});
