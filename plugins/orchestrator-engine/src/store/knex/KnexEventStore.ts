import type { Knex } from 'knex';
import type {
  Await,
  AwaitPlace,
  Dispatch,
  TakenSince,
  EventKey,
  EventPlace,
  EventStore,
  InboxEvent,
  KnownShape,
  NewInboxEvent,
} from '../EventStore';
import { acceptEvent } from './operations/acceptEvent';
import { announceSignals } from './operations/announceSignals';
import { awaitsByKey } from './operations/awaitsByKey';
import { dispatchSignals } from './operations/dispatchSignals';
import { keepEventKeys, keysSince, noteIndexed } from './operations/eventKeys';
import { hasEventWork } from './operations/hasEventWork';
import { eventsByKey, receivedEvents } from './operations/receivedEvents';
import { takenSince } from './operations/takenEvents';
import { unroutedEvents } from './operations/unroutedEvents';
import { reportingUnavailable } from './reportingUnavailable';
import { awaitOf, shapeOf } from './rows';
import type { AwaitRow, AwaitShapeRow } from './tables';

/** {@link EventStore} on SQLite or Postgres. @public */
export class KnexEventStore implements EventStore {
  constructor(private readonly knex: Knex) {}

  async accept(event: NewInboxEvent): Promise<boolean> {
    return reportingUnavailable(() => acceptEvent(this.knex, event));
  }

  async hasWork(): Promise<boolean> {
    return reportingUnavailable(() => hasEventWork(this.knex));
  }

  async unrouted(limit: number): Promise<readonly InboxEvent[]> {
    return reportingUnavailable(() => unroutedEvents(this.knex, limit));
  }

  async shapes(): Promise<readonly KnownShape[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<AwaitShapeRow>('await_shapes');
      return rows.map(shapeOf);
    });
  }

  async index(keys: readonly EventKey[]): Promise<void> {
    return reportingUnavailable(() => keepEventKeys(this.knex, keys));
  }

  async noteIndexed(shapeId: string, since: number): Promise<void> {
    return reportingUnavailable(() => noteIndexed(this.knex, shapeId, since));
  }

  async awaiting(page: {
    readonly matchKeys: readonly string[];
    readonly after?: AwaitPlace & Pick<Await, 'matchKey'>;
    readonly limit: number;
  }): Promise<readonly Await[]> {
    return reportingUnavailable(() => awaitsByKey(this.knex, page));
  }

  async awaitsOf(ownerId: string): Promise<readonly Await[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<AwaitRow>('awaits')
        .where({ owner_id: ownerId })
        .orderBy(['effect_id', 'expectation']);
      return rows.map(awaitOf);
    });
  }

  async behind(limit: number): Promise<readonly Await[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<AwaitRow>('awaits')
        .whereRaw('not is_caught_up')
        .orderBy(['owner_id', 'effect_id', 'expectation'])
        .limit(limit);
      return rows.map(awaitOf);
    });
  }

  async received(page: {
    readonly since: number;
    readonly before?: number;
    readonly after?: EventPlace;
    readonly limit: number;
  }): Promise<readonly InboxEvent[]> {
    return reportingUnavailable(() => receivedEvents(this.knex, page));
  }

  async keysSince(
    matchKeys: readonly string[],
    since: number,
  ): Promise<ReadonlySet<string>> {
    return reportingUnavailable(() => keysSince(this.knex, matchKeys, since));
  }

  async receivedWith(page: {
    readonly matchKey: string;
    readonly target: string;
    readonly since: number;
    readonly after?: EventPlace;
    readonly limit: number;
  }): Promise<readonly InboxEvent[]> {
    return reportingUnavailable(() => eventsByKey(this.knex, page));
  }

  async takenSince(instanceId: string, afterSeq: number): Promise<TakenSince> {
    return reportingUnavailable(() =>
      takenSince(this.knex, instanceId, afterSeq),
    );
  }

  async dispatch(dispatch: Dispatch): Promise<void> {
    return reportingUnavailable(() => dispatchSignals(this.knex, dispatch));
  }

  async announce(
    limit: number,
  ): Promise<{ readonly found: number; readonly left: number }> {
    return reportingUnavailable(() => announceSignals(this.knex, limit));
  }
}
