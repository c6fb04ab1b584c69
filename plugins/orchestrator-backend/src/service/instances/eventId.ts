/** A position in a log: what the id of an event says. */
export interface LogPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** Reads `<epoch>.<seq>`. */
export function parseEventId(id: string): LogPosition {
  const dot = id.lastIndexOf('.');
  return { epoch: id.slice(0, dot), seq: Number(id.slice(dot + 1)) };
}

/** The inverse of {@link parseEventId}. */
export function formatEventId({ epoch, seq }: LogPosition): string {
  return `${epoch}.${seq}`;
}
