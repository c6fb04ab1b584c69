/** What the log keeps of a checkpoint, and what a replay makes of it again. */
import type {
  Payload,
  PayloadRef,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { withValues, type Checkpoint } from '../interpreter/Checkpoint';
import type { Effect, TimerEffect } from '../interpreter/DurableHost';
import type { StoredPayload } from '../store/InstanceStore';
import {
  EVENTS_PER_PIECE,
  type Listener,
  type TakenEvent,
} from './events/TakenEvents';
import { decodePayload, encodePayload, keptApart } from './payloads';
import type { Projection } from './projectEntry';

/** All that a replay needs to know of what came before its checkpoint. */
export interface ReplayStart {
  readonly run: Checkpoint;
  /** What the log implies of the instance's row. */
  readonly row: Projection;
  /** Timeouts that are running, due when they are due now. */
  readonly timeouts: readonly TimerEffect[];
  /** What else is open; those who wait for it stand in `run`. Default: nothing. */
  readonly open?: readonly OpenBefore[];
  /** Events that tasks have taken. */
  readonly takenEvents: readonly TakenEvent[];
  /** Tasks that are listening. Default: none. */
  readonly listeners?: readonly Listener[];
}

/** An effect that is open since before a checkpoint. */
export type OpenBefore = Pick<Effect, 'id' | 'kind'>;

/** The form in which it is kept: large values apart, each once however many checkpoints hold it. */
interface StoredStart extends Omit<ReplayStart, 'run' | 'takenEvents'> {
  readonly run: Checkpoint<Payload>;
  readonly takenEvents: readonly Payload[];
}

/** A start for the log, and what must be stored with it. */
export interface EncodedStart {
  readonly state: PayloadRef;
  readonly stored: readonly StoredPayload[];
}

/** How a start is kept. */
export function encodeStart(start: ReplayStart): EncodedStart {
  const stored: StoredPayload[] = [];
  const keep = (value: Json): Payload => {
    const encoded = encodePayload(value);
    if (encoded.stored) stored.push(encoded.stored);
    return encoded.payload;
  };
  const text = JSON.stringify({
    ...start,
    run: withValues(start.run, keep),
    takenEvents: piecesOf(start.takenEvents).map(keep),
  } satisfies StoredStart);
  const state = keptApart(text);
  return { state: state.payload, stored: [...stored, state.stored] };
}

/** The same pieces again in later starts, so that each is stored once. */
function piecesOf(events: ReplayStart['takenEvents']): readonly Json[] {
  const count = Math.ceil(events.length / EVENTS_PER_PIECE);
  return Array.from({ length: count }, (_, index) =>
    events
      .slice(index * EVENTS_PER_PIECE, (index + 1) * EVENTS_PER_PIECE)
      .map(event => event.filter(part => part !== undefined)),
  );
}

/** What was kept. @param texts - JSON text of what was stored with it, by hash */
export function decodeStart(
  state: PayloadRef,
  texts: ReadonlyMap<string, string>,
): ReplayStart {
  const stored = readState(state, texts);
  const valueOf = (payload: Payload) => decodePayload(payload, texts);
  return {
    ...stored,
    run: withValues(stored.run, valueOf),
    takenEvents: stored.takenEvents.flatMap(
      piece => valueOf(piece) as ReplayStart['takenEvents'],
    ),
  };
}

/** What a replay will make of it. */
export function readAgain({ state, stored }: EncodedStart): ReplayStart {
  const texts = stored.map(({ sha256, text }) => [sha256, text] as const);
  return decodeStart(state, new Map(texts));
}

/** Hashes of what is kept apart of a start. @param texts - holds the text of its state */
export function hashesIn(
  state: PayloadRef,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const hashes: string[] = [];
  const note = (payload: Payload) => {
    if ('sha256' in payload) hashes.push(payload.sha256);
    return payload;
  };
  const { run, takenEvents } = readState(state, texts);
  withValues(run, note);
  takenEvents.forEach(note);
  return hashes;
}

function readState(
  state: PayloadRef,
  texts: ReadonlyMap<string, string>,
): StoredStart {
  return decodePayload(state, texts) as unknown as StoredStart;
}
