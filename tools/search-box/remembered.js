/**
 * The same function, that works out each value once: with every key stroke most of a query, and of what it finds, is
 * what it was before.
 *
 * @template Key, Value
 * @param {(key: Key) => Value} workOut
 * @returns {(key: Key) => Value}
 */
export function remembered(workOut) {
  const values = new Map();
  return (key) => {
    if (!values.has(key)) values.set(key, workOut(key));
    return values.get(key);
  };
}
