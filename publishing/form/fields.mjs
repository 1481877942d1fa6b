// The fields of a calculator: what they hold, what they start with, and whose number it is.

/** Every control that is an input of the function. */
export function fields(calculator) {
  return [...calculator.querySelectorAll(":is(input, select, textarea)[name]")];
}

export function texts(calculator) {
  return Object.fromEntries(fields(calculator).map(({ name, value }) => [name, value]));
}

/** Bring every field to the text given for it, or to its default; a figure's id after `~` is no part of it. */
export function fill(calculator, given) {
  for (const field of fields(calculator)) {
    const text = given[field.name] ?? field.dataset.default;
    field.value = { INPUT: text.split("~")[0], SELECT: choice(field, text) }[field.tagName] ?? text;
  }
}

/** The choice that a text names, by its word or by what a reader sees. */
function choice({ options }, text) {
  const same = (words) => words.trim().toLowerCase() === text.trim().toLowerCase();
  return [...(options ?? [])].find(({ value, textContent }) => same(value) || same(textContent))?.value ?? text;
}

/** What the field held in the page as it was drawn. */
export function atStart({ defaultValue, options }) {
  return defaultValue ?? ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0]).value;
}

export function named(calculator, name) {
  return fields(calculator).find((field) => field.name === name);
}

/** A field as it stands: what is changed may be reset, is never folded away, and is told as the reader's. */
export function showFields(calculator) {
  let changed = false;
  for (const field of fields(calculator)) {
    const own = field.value !== field.dataset.default;
    changed ||= own;
    if (own) field.closest("details")?.setAttribute("open", "");
    const reset = calculator.querySelector(`[data-reset="${field.name}"]`);
    if (reset) reset.hidden = !own;
    const editions = calculator.querySelector(`[data-editions-of="${field.name}"]`);
    if (editions) editions.value = [...editions.options].some(({ value }) => value === field.value) ? field.value : "";
    if (own && field.value && field.tagName !== "SELECT") showOrigin(calculator, field.name, "yours", "Your number");
  }
  calculator.querySelector("[data-reset-all]").hidden = !changed;
}

export function showOrigin(calculator, name, state, words) {
  const origin = calculator.querySelector(`[data-origin-of="${name}"]`);
  origin.textContent = words;
  origin.dataset.is = state;
}

/** The text of the file that a reader opened; it goes nowhere but into the page. */
export async function opened(control) {
  const [file] = control.files;
  control.value = "";
  return file ? file.text() : "";
}
