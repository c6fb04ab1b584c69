import type { InstanceHistoryPage } from './InstanceWatch';
import type { SnapshotReason } from './generated/client/models';

/** Position in the log of an instance. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** @throws TypeError for what is no id of an event */
export function cursorOf(eventId: string): Cursor {
  const dot = eventId.lastIndexOf('.');
  const seq = Number(eventId.slice(dot + 1));
  if (dot < 1 || !Number.isInteger(seq)) {
    throw new TypeError(
      `An event's id has the form <epoch>.<seq>, got "${eventId}"`,
    );
  }
  return { epoch: eventId.slice(0, dot), seq };
}

/** Why a log cannot be gone on with after a cursor; `undefined` when it can. */
export function resetReason(
  cursor: Cursor,
  { epoch, first, head }: Pick<InstanceHistoryPage, 'epoch' | 'first' | 'head'>,
): SnapshotReason | undefined {
  if (cursor.epoch !== epoch) return 'epoch';
  if (cursor.seq > head) return 'ahead';
  return cursor.seq < first - 1 ? 'expired' : undefined;
}
