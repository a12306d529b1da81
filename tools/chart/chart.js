/**
 * Charts as plain SVG: stacked bars with a key below, and lines each with its name where it ends. Colours come from classes, so
 * dark mode and print need nothing here.
 * The table beside a chart is its equivalent; the picture itself has only a name.
 *
 * @typedef {object} Series
 * @property {string} name words beside the line, or of the key
 * @property {number[]} values one for each label, not negative
 *
 * @typedef {object} Chart
 * @property {"bars" | "lines"} kind
 * @property {string} title what the picture shows, for a screen reader
 * @property {string[]} labels below the picture; the first, the middle and the last are written
 * @property {Series[]} series at most three
 * @property {(value: number) => string} format words for a value on the scale
 */

import { fill } from "../form/fill.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 220;
const MARGIN = { top: 12, right: 8, bottom: 24, left: 64 };
const TICKS = 4;
const NARROWEST = 260;
/** Share of the width that the names of lines take. */
const NAMES_SHARE = 0.34;
const NAMES_APART = 4;

/**
 * Draws into the element, which keeps what else it holds; drawn again when its width changes.
 * @param {HTMLElement} element
 * @param {Chart} chart
 */
export function drawChart(element, chart) {
  element.hidden = false; // what is hidden has no width
  const width = widthFor(element, chart);
  const svg = make("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": chart.title, class: "chart__picture" });
  const scale = scaleFor(chart, width);
  svg.append(...gridOf(scale, chart, width), ...marksOf(scale, chart), ...labelsOf(scale, chart));
  element.classList.toggle("chart--lines", chart.kind === "lines");
  const names = chart.kind === "lines" ? namesOf(chart) : legendOf(chart);
  fill(element, svg, names);
  if (chart.kind === "lines") placeNames(names, scale, chart);
  redrawOnResize(element, chart, width);
}

/**
 * Where things of given heights go that each want to be centred at a place, so that none covers another.
 * @param {number[]} wanted centres, in any order @param {number[]} heights
 * @param {number} room from 0 to here @param {number} apart least distance between two
 * @returns {number[]} their upper edges, in the order given; as near to what is wanted as going from the lowest up allows
 */
export function spread(wanted, heights, room, apart) {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[b] - wanted[a]);
  const tops = wanted.map((centre, index) => centre - heights[index] / 2);
  let lowest = room;
  for (const index of order) {
    tops[index] = Math.min(tops[index], lowest - heights[index]);
    lowest = tops[index] - apart;
  }
  let highest = 0;
  for (const index of order.reverse()) {
    tops[index] = Math.max(tops[index], highest);
    highest = tops[index] + heights[index] + apart;
  }
  return tops;
}

/** @param {HTMLElement} element */
export function removeChart(element) {
  element.chartWatch?.disconnect();
  fill(element);
  element.hidden = true;
}

/**
 * @param {number} highest value @param {number} [ticks] how many steps at most
 * @returns {number} the step of a scale that is 1, 2 or 5 times a power of ten
 */
export function niceStep(highest, ticks = TICKS) {
  if (!(highest > 0)) return 1;
  const rough = highest / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5].map((factor) => factor * power).find((step) => step >= rough * 0.999999) ?? 10 * power;
}

function scaleFor({ kind, labels, series }, width) {
  const heights = labels.map((_, index) => series.map(({ values }) => values[index]));
  const highest = Math.max(...heights.map((values) => (kind === "bars" ? values.reduce((a, b) => a + b, 0) : Math.max(...values))));
  const step = niceStep(highest);
  const top = Math.max(step, Math.ceil(highest / step - 1e-9) * step);
  const slot = (width - MARGIN.left - MARGIN.right) / labels.length;
  return {
    step, top, slot,
    x: (index) => MARGIN.left + slot * index,
    y: (value) => HEIGHT - MARGIN.bottom - (value / top) * (HEIGHT - MARGIN.top - MARGIN.bottom),
  };
}

function gridOf({ step, top, y }, { format }, width) {
  const values = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return values.flatMap((value) => [
    make("line", { class: "chart__grid", x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
    text(format(value), { class: "chart__text", x: MARGIN.left - 6, y: y(value) + 4, "text-anchor": "end" }),
  ]);
}

function marksOf(scale, chart) {
  return chart.kind === "bars" ? barsOf(scale, chart) : chart.series.map(({ values }, index) => lineOf(scale, values, index));
}

function barsOf({ x, y, slot }, { labels, series }) {
  const gap = slot > 6 ? slot * 0.2 : 0;
  return labels.flatMap((_, place) => {
    let below = 0;
    return series.map(({ values }, index) => {
      const from = below;
      below += values[place];
      return make("rect", {
        class: `chart__bar chart__bar--${index + 1}`,
        x: x(place) + gap / 2, width: slot - gap, y: y(below), height: Math.max(0, y(from) - y(below)),
      });
    });
  });
}

function lineOf({ x, y, slot }, values, index) {
  const points = values.map((value, place) => `${(x(place) + slot / 2).toFixed(1)},${y(value).toFixed(1)}`);
  return make("polyline", { class: `chart__line chart__line--${index + 1}`, points: points.join(" ") });
}

function labelsOf({ x, slot }, { labels }) {
  const last = labels.length - 1;
  const places = [...new Set([0, Math.round(last / 2), last])];
  return places.map((place) => {
    const anchor = place === 0 ? "start" : place === last ? "end" : "middle";
    const edge = { start: 0, middle: slot / 2, end: slot }[anchor];
    return text(labels[place], { class: "chart__text", x: x(place) + edge, y: HEIGHT - 6, "text-anchor": anchor });
  });
}

function legendOf({ series }) {
  return listOf("chart__legend", series.map(({ name }, index) => {
    const key = make("svg", { class: "chart__key", viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" });
    key.append(make("rect", { class: `chart__bar chart__bar--${index + 1}`, x: 0, y: 0, width: 28, height: 12 }));
    return [key, name];
  }));
}

function namesOf({ series }) {
  return listOf("chart__names", series.map(({ name }) => [name]));
}

function listOf(className, contents) {
  const list = document.createElement("ul");
  list.className = className;
  list.append(...contents.map((parts, index) => {
    const item = document.createElement("li");
    item.className = `chart__name--${index + 1}`;
    item.append(...parts);
    return item;
  }));
  return list;
}

/** Beside the end of each line, in shares of the height: the picture may be printed at another size. */
function placeNames(list, { y }, { series }) {
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  const tops = spread(series.map(({ values }) => y(values[values.length - 1])), items.map((item) => item.offsetHeight), HEIGHT, NAMES_APART);
  items.forEach((item, index) => { item.style.top = `${(tops[index] / HEIGHT) * 100}%`; });
}

function widthFor(element, { kind }) {
  const share = kind === "lines" ? 1 - NAMES_SHARE : 1;
  return Math.max(Math.floor(element.clientWidth * share), NARROWEST * share);
}

function redrawOnResize(element, chart, drawnWidth) {
  element.chartWatch?.disconnect();
  if (!window.ResizeObserver) return;
  const redraw = () => {
    if (element.clientWidth && widthFor(element, chart) !== drawnWidth) drawChart(element, chart);
  };
  // In the next frame: what changes sizes within a round of observing is an error in WebKit's console.
  element.chartWatch = new ResizeObserver(() => requestAnimationFrame(redraw));
  element.chartWatch.observe(element);
}

function make(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function text(words, attributes) {
  const element = make("text", attributes);
  element.textContent = words;
  return element;
}
