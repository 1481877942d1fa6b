// What is hard to read in the charts of a page: letters below 12 pixels, words upon words, words upon lines or bars.
//
// Boxes are those of the browser. A line of text is taken a little smaller than its box, which has air above and below.
// Lines of the grid may pass behind words, which stand on a ground of their own there; all else must keep clear.

const SMALLEST = 12;
const AIR = { x: 1, y: 3 };
const GRID = "var(--chart-grid)";
const GROUND = "var(--chart-ground)";

const shrunk = (box) => ({ left: box.left + AIR.x, right: box.right - AIR.x, top: box.top + AIR.y, bottom: box.bottom - AIR.y });
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Each line of words that is seen, with its box; the ground drawn around words is no word. */
function words(svg) {
  return [...svg.querySelectorAll("text")]
    .filter((text) => text.getAttribute("stroke") !== GROUND && text.textContent.trim())
    .flatMap((text) => (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]))
    .filter((line) => line.textContent.trim())
    .map((line) => ({ words: line.textContent, box: shrunk(line.getBoundingClientRect()) }));
}

/** The corners of what is drawn, as boxes: bars and rules whole, a curve as many small pieces. */
function shapes(svg) {
  const seen = [...svg.querySelectorAll("line, path:not(.background, .foreground)")].filter((each) => ![each.getAttribute("stroke"), each.getAttribute("fill")].some((role) => [GRID, GROUND].includes(role)));
  return seen.flatMap((each) => (each.closest(".mark-line, .mark-area") ? pieces(each) : [each.getBoundingClientRect()])).filter((box) => box.width || box.height);
}

function pieces(path) {
  const [whole, place] = [path.getTotalLength(), path.getScreenCTM()];
  return Array.from({ length: 60 }, (_, step) => {
    const { x, y } = path.getPointAtLength((whole * step) / 59).matrixTransform(place);
    return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1, width: 2, height: 2 };
  });
}

function problems(svg) {
  const [said, drawn, frame] = [words(svg), shapes(svg), svg.getBoundingClientRect()];
  const letters = [...svg.querySelectorAll("text")].map((text) => (parseFloat(getComputedStyle(text).fontSize) * frame.width) / svg.viewBox.baseVal.width);
  const small = Math.min(...letters) < SMALLEST ? [`letters of ${Math.min(...letters).toFixed(1)} px`] : [];
  const upon = said.flatMap((one, at) => said.slice(at + 1).filter((other) => meet(one.box, other.box)).map((other) => `“${one.words}” upon “${other.words}”`));
  const struck = said.filter((one) => drawn.some((box) => meet(one.box, box))).map((one) => `“${one.words}” upon what is drawn`);
  const cut = said.filter(({ box }) => box.left < frame.left - 2 || box.right > frame.right + 2).map((one) => `“${one.words}” cut off`);
  return [...small, ...upon, ...struck, ...cut].map((problem) => `${svg.getAttribute("aria-label")} (${svg.getAttribute("class")}): ${problem}`);
}

[...document.querySelectorAll("figure.chart svg")].filter((svg) => svg.getBoundingClientRect().width).flatMap(problems);
