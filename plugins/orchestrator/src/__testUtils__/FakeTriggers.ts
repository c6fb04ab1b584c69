import type {
  ListTriggersRequest,
  OccurrencePage,
  Trigger,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { FakeContent } from './FakeContent';

/** Triggers in memory. */
export class FakeTriggers {
  readonly #triggers: Trigger[];

  constructor(private readonly content: FakeContent) {
    this.#triggers = [...(content.triggers ?? [])];
  }

  list({ workflowId }: ListTriggersRequest) {
    const items = this.#triggers.filter(
      trigger => !workflowId || trigger.workflowId === workflowId,
    );
    return { items };
  }

  occurrences(): OccurrencePage {
    return this.content.occurrences ?? { items: [], upcoming: [] };
  }

  switch(triggerId: string, enabled: boolean): Trigger {
    const index = this.#triggers.findIndex(({ id }) => id === triggerId);
    this.#triggers[index] = { ...this.#triggers[index], enabled };
    return this.#triggers[index];
  }
}
