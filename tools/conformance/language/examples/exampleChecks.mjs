/** The examples of the language. */
export function exampleChecks() {
  return { checks: [] };
}
