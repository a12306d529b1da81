/** A figure's status, as the register of figures shows it, and the mark beside the figure. */
const MARKS = {
  confirmed: ["status--confirmed", "evidence--confirmed"],
  reported: ["status--reported", "evidence--reported"],
  uncertain: ["status--uncertain", "evidence--uncertain"],
};

/**
 * Puts the link to its evidence beside each figure: five hundred of them, each told by the register in the same file.
 * @param {Document} page
 * @param {[string, Record<string, string>]} words what the link is, and a figure's status
 */
export function linkEvidence(page, [evidence, statuses]) {
  for (const place of page.querySelectorAll(".page .fact")) {
    const figure = place.querySelector("data");
    const row = page.getElementById(`fact-${figure.dataset.fact}`);
    const status = Object.keys(MARKS).find((name) => row && row.getElementsByClassName(MARKS[name][0]).length);
    if (!row || !status) continue;
    const link = page.createElement("a");
    link.className = `evidence ${MARKS[status][1]}`;
    link.href = `#${row.id}`;
    link.setAttribute("aria-label", evidence + figure.textContent + statuses[status]);
    place.append(link);
  }
}
