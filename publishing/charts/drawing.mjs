// Charts in the reader's browser: the drawings that the page was made with, filled with a live answer.
//
// Vega is loaded at the first chart to draw, and its expressions are interpreted, never evaluated. The numbers of
// an answer do not wait for it: a chart that is not drawn yet looks like what it is, the one before.

const wanted = new WeakMap();
let loading = null;

/** Vega, its interpreter and our drawings, loaded once; a load that failed is tried again at the next chart. */
function tools() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  await import("./vega.min.js");
  const [{ expressionInterpreter }, { default: drawings }] = await Promise.all(
    ["./vega-interpreter.mjs", "./chart-drawings.mjs"].map((name) => import(name)),
  );
  return { vega: globalThis.vega, expr: expressionInterpreter, drawings };
}

/** The drawing with a chart's numbers, texts and measures at one size. */
function filled(drawing, chart, size) {
  const { width, height, padding, data, signals } = chart.sizes[size];
  const rows = { rows: chart.rows, ...data };
  const values = { ...chart.signals, ...signals };
  const put = (each, key, given) => (each.name in given ? { ...each, [key]: given[each.name] } : each);
  return structuredClone({
    ...drawing,
    width,
    height,
    padding,
    data: drawing.data.map((each) => put(each, "values", rows)),
    signals: drawing.signals.map((each) => put(each, "value", values)),
  });
}

async function image(chart, size) {
  const { vega, expr, drawings } = await tools();
  const view = new vega.View(vega.parse(filled(drawings[chart.kind], chart, size), null, { ast: true }), { expr, renderer: "none" });
  const drawn = new DOMParser().parseFromString(await view.toSVG(), "image/svg+xml").documentElement;
  view.finalize();
  drawn.setAttribute("class", `chart-${size}`);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", chart.label);
  return document.adoptNode(drawn);
}

async function draw(figure, chart) {
  wanted.set(figure, chart);
  figure.dataset.drawn = "false";
  figure.querySelector("[data-sentence]").textContent = chart.sentence;
  for (const button of figure.querySelectorAll("[data-download]")) button.setAttribute("aria-label", `${button.textContent}: ${chart.label}`);
  const failed = figure.querySelector("[data-drawing-failed]");
  try {
    const images = await Promise.all(Object.keys(chart.sizes).map((size) => image(chart, size)));
    if (wanted.get(figure) !== chart) return;
    figure.querySelector("[data-drawings]").replaceChildren(...images);
    failed.hidden = true;
  } catch {
    if (wanted.get(figure) !== chart) return;
    figure.querySelector("[data-drawings]").replaceChildren();
    failed.hidden = false;
  }
  figure.dataset.drawn = "true";
}

/** Draw the charts of an answer; one that it no longer has is hidden. */
export function writeCharts(calculator, { charts }) {
  for (const figure of calculator.querySelectorAll("[data-chart]")) {
    const chart = charts[figure.dataset.chart];
    figure.hidden = !chart;
    if (chart) draw(figure, chart);
    else wanted.delete(figure);
  }
}
