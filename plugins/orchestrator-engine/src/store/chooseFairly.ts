/** An instance that could be claimed. */
export interface Candidate {
  readonly id: string;
  readonly workflowId: string;
  readonly priority: number;
  /** Since when it is due, milliseconds since the epoch. */
  readonly wakeAt: number;
}

/** How many instances a worker may take, in all and of each workflow. */
export interface Room {
  readonly limit: number;
  /** How many it has of each workflow already. */
  readonly owned?: ReadonlyMap<string, number>;
  readonly maxPerWorkflow?: number;
}

/**
 * The candidates to claim, first those to claim first: a higher priority before a lower one; among equals the workflow of which the
 * worker has fewest, so that a workflow with few instances never waits behind one with many; then what is due longest.
 */
export function chooseFairly(
  candidates: readonly Candidate[],
  { limit, owned = new Map(), maxPerWorkflow = Infinity }: Room,
): readonly Candidate[] {
  const turns = new Map(owned);
  const byUrgency = [...candidates].sort(
    (a, b) => b.priority - a.priority || a.wakeAt - b.wakeAt,
  );
  const withTurns = byUrgency.map(candidate => {
    const turn = (turns.get(candidate.workflowId) ?? 0) + 1;
    turns.set(candidate.workflowId, turn);
    return { candidate, turn };
  });
  return withTurns
    .filter(({ turn }) => turn <= maxPerWorkflow)
    .sort((a, b) => compare(a.candidate, b.candidate, a.turn - b.turn))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function compare(a: Candidate, b: Candidate, byTurn: number): number {
  return b.priority - a.priority || byTurn || a.wakeAt - b.wakeAt;
}
