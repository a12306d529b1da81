/**
 * The way through the questions that the answers so far make.
 *
 * @typedef {{id: string, ask: string, answers: {id: string, label: string, to: string}[]}} Question
 * @typedef {{question: string, answer: string}} Step
 */

/**
 * @param {Map<string, Question>} questions the first is where everybody starts
 * @param {Record<string, string | undefined>} given answer by question; answers to questions off the way do not count
 * @returns {{way: Step[], at: string, isEnd: boolean, unknown: string}} where it leads; `unknown`: a question whose answer does not exist
 */
export function walk(questions, given) {
  const way = [];
  let [at] = questions.keys();
  for (let question = questions.get(at); question; question = questions.get(at)) {
    const wanted = given[at];
    if (!wanted || way.some((step) => step.question === at)) return { way, at, isEnd: false, unknown: "" };
    const answer = question.answers.find(({ id }) => id === wanted);
    if (!answer) return { way, at, isEnd: false, unknown: at };
    way.push({ question: at, answer: answer.id });
    at = answer.to;
  }
  return { way, at, isEnd: true, unknown: "" };
}
