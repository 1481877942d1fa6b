// The working in the reader's browser: the same trees as in the static page, made into elements.

const MATHML = "http://www.w3.org/1998/Math/MathML";
const TAGS = new Set(["mrow", "mfrac", "msup", "mn", "mo", "mi", "mtext", "mtable", "mtr", "mtd"]);

function formula([tag, ...children]) {
  if (!TAGS.has(tag)) throw new Error(`<${tag}> is no element of a formula.`);
  const made = document.createElementNS(MATHML, tag);
  made.append(...children.map((child) => (typeof child === "string" ? child : formula(child))));
  return made;
}

/** An element of HTML with a class, and text or children. */
export function made(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/** A row of a table; `cells` are texts. */
export function row(cells) {
  return made("tr", "", ...cells.map((text) => made("td", "", text)));
}

function step({ label, lines, reason }) {
  const math = lines.map((line) => {
    const whole = document.createElementNS(MATHML, "math");
    whole.append(formula(line));
    const place = made("div", "working-line", whole);
    place.dataset.scrolls = `Formula: ${label}`;
    return place;
  });
  return made("li", "", made("p", "working-label", label), ...math, ...(reason ? [made("p", "working-reason", reason)] : []));
}

/** Write the working and the sensitivity of an answer into its calculator. */
export function writeWorking(calculator, { working, sensitivity }) {
  calculator.querySelector("[data-working-example]").hidden = true;
  calculator.querySelector("[data-working]").replaceChildren(...working.map(step));
  const lines = sensitivity.map(({ label, from, low, to, high }) => row([label, from, low.text, to, high.text]));
  calculator.querySelector("[data-sensitivity]").replaceChildren(...lines);
  calculator.querySelector("[data-sensitivity-of]").hidden = !lines.length;
}
