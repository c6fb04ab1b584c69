import type { Effect } from './effects';

/**
 * Whether an effect that is cancelled is simply forgotten, as nothing runs for it. Others stop in their own time, and settle.
 */
export function endsAtOnce({ kind }: Pick<Effect, 'kind'>): boolean {
  return (
    kind === 'timer' ||
    kind === 'listen' ||
    kind === 'gate' ||
    kind === 'approval'
  );
}
