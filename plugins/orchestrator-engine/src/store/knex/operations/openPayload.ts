import type { Knex } from 'knex';
import { EngineError } from '../../../EngineError';
import type { PayloadText } from '../../InstanceReader';
import { reportingUnavailable } from '../reportingUnavailable';
import type { PayloadRow } from '../tables';
import { isSqlite } from './workerLeases';

type PayloadKey = Pick<PayloadRow, 'instance_id' | 'sha256'>;

/** How many bytes are read at once. */
const PIECE = 256 * 1024;

/** The bytes of a value. Not its characters: in a database of Postgres that knows no encoding each byte counts as one. */
const BYTES = {
  sqlite: 'cast(value as blob)',
  postgres: 'convert_to(value, getdatabaseencoding())',
};

/**
 * A value that is kept apart, to be read piece by piece. By the primary key of `payloads`.
 *
 * Reading a piece throws {@link EngineError} `STORE_UNAVAILABLE`, or `PAYLOAD_NOT_FOUND` when the value is deleted meanwhile.
 */
export async function openPayload(
  knex: Knex,
  instanceId: string,
  sha256: string,
): Promise<PayloadText | undefined> {
  const where = { instance_id: instanceId, sha256 };
  const bytes = isSqlite(knex)
    ? `length(${BYTES.sqlite}) as bytes`
    : 'octet_length(value) as bytes';
  const [found]: { bytes: number }[] = await knex<PayloadRow>('payloads')
    .where(where)
    .select(knex.raw(bytes));
  return (
    found && {
      bytes: found.bytes,
      pieces: () => piecesOf(knex, where),
    }
  );
}

/** Each piece is asked for when it is wanted, long after whoever has opened the value has gone on. */
async function* piecesOf(
  knex: Knex,
  where: PayloadKey,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let from = 1; ; from += PIECE) {
    const piece = await reportingUnavailable(() => pieceAt(knex, where, from));
    if (piece === undefined) throw goneMeanwhile(where);
    if (piece.length === 0) return;
    yield decoder.decode(piece, { stream: true });
  }
}

async function pieceAt(
  knex: Knex,
  where: PayloadKey,
  from: number,
): Promise<Uint8Array | undefined> {
  const value = isSqlite(knex) ? BYTES.sqlite : BYTES.postgres;
  const piece = knex.raw(`substr(${value}, ?, ?) as piece`, [from, PIECE]);
  const [row]: { piece: Uint8Array }[] = await knex<PayloadRow>('payloads')
    .where(where)
    .select(piece);
  return row?.piece;
}

/** A part of a value is none: who reads it must hear that. */
function goneMeanwhile({ instance_id, sha256 }: PayloadKey): EngineError {
  return new EngineError(
    'PAYLOAD_NOT_FOUND',
    `The payload ${sha256} of instance ${instance_id} was deleted while it was read`,
  );
}
