/** Asks before a page is left that holds words typed and neither copied nor saved. */

/**
 * @param {Window} view
 * @param {() => string} typed what would be lost; empty when nothing was typed
 * @param {string} question for browsers that let a page be left without a word
 * @returns {() => void} tells that what is typed now is safe elsewhere
 */
export function askBeforeLeaving(view, typed, question) {
  let safe = "";
  const isAtRisk = () => Boolean(typed()) && typed() !== safe;
  view.addEventListener("beforeunload", (event) => {
    if (!isAtRisk()) return;
    event.preventDefault();
    event.returnValue = question;
  });
  if (isApple(view.navigator)) askAtLinks(view, isAtRisk, question);
  return () => { safe = typed(); };
}

/** iPhones and iPads never ask by themselves. */
function askAtLinks(view, isAtRisk, question) {
  view.document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.download || !leadsAway(link, view.location) || !isAtRisk()) return;
    if (!view.confirm(question)) event.preventDefault();
  });
}

function leadsAway({ protocol, href }, location) {
  return /^(https?|file):$/.test(protocol) && href.split("#")[0] !== location.href.split("#")[0];
}

function isApple({ userAgent, maxTouchPoints }) {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
