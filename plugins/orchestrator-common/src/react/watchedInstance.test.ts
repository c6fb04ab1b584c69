import type { OrchestratorEvent } from '../events';
import { emptyInstance } from '../fold/InstanceState';
import {
  cutOff,
  foldWatch,
  shownConnection,
  unwatched,
} from './watchedInstance';

const now = '2026-01-01T12:00:00.000Z';

function logged(
  seq: number,
  event: Pick<OrchestratorEvent, 'type' | 'data'>,
): OrchestratorEvent {
  return {
    v: 1,
    id: `k1.${seq}`,
    seq,
    time: '2026-01-01T10:00:00.000Z',
    instanceId: 'run-1',
    workflow: { id: 'hello', version: '1.0.0' },
    ...event,
  } as OrchestratorEvent;
}

const created = logged(1, {
  type: 'instance.created',
  data: { input: { value: {} } },
});
const started = logged(2, { type: 'instance.started', data: {} });
const completed = logged(3, {
  type: 'instance.completed',
  data: { output: { value: 1 }, durationMs: 1 },
});

const snapshot = { type: 'snapshot', state: emptyInstance('run-1') } as const;

describe('foldWatch', () => {
  it('folds events into the snapshot, in one go or one by one', () => {
    const items = [
      snapshot,
      { type: 'event', event: created },
      { type: 'event', event: started },
    ] as const;
    const atOnce = foldWatch(unwatched, items, now);
    const oneByOne = items.reduce(
      (watched, item) => foldWatch(watched, [item], now),
      unwatched,
    );
    expect(atOnce.state?.status).toBe('running');
    expect(atOnce).toEqual(oneByOne);
  });

  it('does not rewind when events are repeated', () => {
    const ended = foldWatch(
      unwatched,
      [snapshot, created, started, completed].map(item =>
        item.type === 'snapshot' ? item : { type: 'event', event: item },
      ),
      now,
    );
    const repeated = foldWatch(ended, [{ type: 'event', event: started }], now);
    expect(repeated.state).toEqual(ended.state);
  });

  it('says since when it is stale, and forgets the error once it is live again', () => {
    const error = new Error('cut off');
    const broken = foldWatch(
      unwatched,
      [{ type: 'connection', status: 'reconnecting', error }],
      now,
    );
    expect(broken).toMatchObject({
      connection: { kind: 'reconnecting' },
      error,
    });
    const stale = foldWatch(
      broken,
      [{ type: 'connection', status: 'stale' }],
      now,
    );
    expect(stale.connection).toEqual({ kind: 'stale', since: now });
    const live = foldWatch(
      stale,
      [{ type: 'connection', status: 'live' }],
      now,
    );
    expect(live).toMatchObject({
      connection: { kind: 'live' },
      error: undefined,
    });
  });
});

it('shows an ended instance as finished while its stream is still open', () => {
  const state = { ...emptyInstance('run-1'), status: 'completed' } as const;
  expect(shownConnection({ state, connection: { kind: 'live' } })).toEqual({
    kind: 'finished',
  });
});

it('keeps what it knows when the watch ends with an error', () => {
  const known = foldWatch(unwatched, [snapshot], now);
  const error = new Error('You may no longer see this instance');
  expect(cutOff(known, error, now)).toEqual({
    state: known.state,
    connection: { kind: 'stale', since: now },
    error,
  });
});
