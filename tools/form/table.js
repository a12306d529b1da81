/** Rows of a result table, as text only. */

import { fill } from "./fill.js";

/**
 * @param {HTMLTableElement} table with a `<tbody>`
 * @param {(string | Node)[][]} rows the first cell of each heads its row
 */
export function fillTable(table, rows) {
  fill(table.tBodies[0], ...rows.map(rowOf));
}

/**
 * @param {HTMLTableElement} table with a `<thead>`
 * @returns {string[]} the words of the table's head
 */
export function headOf(table) {
  return [.../** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].cells].map((cell) => cell.textContent.trim());
}

function rowOf(cells) {
  const row = document.createElement("tr");
  row.append(...cells.map(cellOf));
  return row;
}

function cellOf(content, index) {
  const cell = document.createElement(index === 0 ? "th" : "td");
  if (index === 0) cell.scope = "row";
  cell.append(content);
  return cell;
}
