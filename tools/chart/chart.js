/**
 * Charts as plain SVG: stacked bars and lines. Colours come from classes, so dark mode and print need nothing here.
 * The table beside a chart is its equivalent; the picture itself has only a name.
 *
 * @typedef {object} Series
 * @property {string} name words of the legend
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

/**
 * Draws into the element, which keeps what else it holds; drawn again when its width changes.
 * @param {HTMLElement} element
 * @param {Chart} chart
 */
export function drawChart(element, chart) {
  element.hidden = false; // what is hidden has no width
  const width = Math.max(element.clientWidth, NARROWEST);
  const svg = make("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": chart.title, class: "chart__picture" });
  const scale = scaleFor(chart, width);
  svg.append(...gridOf(scale, chart, width), ...marksOf(scale, chart), ...labelsOf(scale, chart));
  fill(element, svg, legendOf(chart));
  redrawOnResize(element, chart, width);
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

function legendOf({ kind, series }) {
  const list = document.createElement("ul");
  list.className = "chart__legend";
  list.append(...series.map(({ name }, index) => {
    const item = document.createElement("li");
    const key = make("svg", { class: "chart__key", viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" });
    key.append(kind === "bars"
      ? make("rect", { class: `chart__bar chart__bar--${index + 1}`, x: 0, y: 0, width: 28, height: 12 })
      : make("polyline", { class: `chart__line chart__line--${index + 1}`, points: "0,6 28,6" }));
    item.append(key, name);
    return item;
  }));
  return list;
}

function redrawOnResize(element, chart, drawnWidth) {
  element.chartWatch?.disconnect();
  if (!window.ResizeObserver) return;
  const redraw = () => {
    if (element.clientWidth && Math.max(element.clientWidth, NARROWEST) !== drawnWidth) drawChart(element, chart);
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
