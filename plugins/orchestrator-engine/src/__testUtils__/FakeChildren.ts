import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ChildEffect } from '../interpreter/DurableHost';
import { standardError } from '../interpreter/WorkflowError';
import type { FakeSignal } from './FakeEvents';

/** How a fake child ends: well, with an error, or not before it is cancelled. */
export type FakeChild =
  | { readonly output: Json }
  | { readonly error: ErrorDetails }
  | 'never';

/** Starts each instance once, however often it is asked to. */
export class FakeChildren {
  readonly #started = new Map<string, ChildEffect>();
  readonly #cancelled = new Set<string>();

  constructor(
    private readonly end: (effect: ChildEffect) => FakeChild,
    private readonly tell: (signal: FakeSignal) => void,
  ) {}

  get started(): readonly ChildEffect[] {
    return [...this.#started.values()];
  }

  start(effect: ChildEffect): void {
    this.#started.set(effect.id, effect);
    if (!effect.isAwaited) this.#tell(effect, { output: `id of ${effect.id}` });
    else if (this.#cancelled.has(effect.id)) this.cancel(effect);
    else this.#tell(effect, this.end(effect));
  }

  cancel(effect: ChildEffect): void {
    this.#cancelled.add(effect.id);
    const { details } = standardError('runtime', 'The child was cancelled');
    this.#tell(effect, { error: details });
  }

  #tell({ id: effectId }: ChildEffect, end: FakeChild) {
    if (end === 'never') return;
    const status = 'error' in end ? 'failed' : 'completed';
    this.tell({
      id: `child ${effectId} ${status}`,
      kind: 'child',
      data: { effectId, status, ...end },
    });
  }
}
