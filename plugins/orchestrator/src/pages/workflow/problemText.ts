import type { DefinitionProblem } from '@stagecraft/backstage-plugin-orchestrator-common';

/** A problem of a definition with its place: `line 12, column 11: a call has no property "methd"`. */
export function problemText(problem: DefinitionProblem): string {
  const { line, column, message, suggestion } = problem;
  const hint = suggestion ? `; did you mean “${suggestion}”?` : '';
  return `line ${line}, column ${column}: ${message}${hint}`;
}
