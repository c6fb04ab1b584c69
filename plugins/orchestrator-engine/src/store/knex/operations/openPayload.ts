import type { Knex } from 'knex';
import type { PayloadText } from '../../InstanceReader';
import type { PayloadRow } from '../tables';
import { isSqlite } from './workerLeases';

/** How many characters are read at once. */
const PIECE = 256 * 1024;

/** A value that is kept apart, to be read piece by piece. By the primary key of `payloads`. */
export async function openPayload(
  knex: Knex,
  instanceId: string,
  sha256: string,
): Promise<PayloadText | undefined> {
  const where = { instance_id: instanceId, sha256 };
  const bytes = isSqlite(knex)
    ? 'length(cast(value as blob)) as bytes'
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

async function* piecesOf(
  knex: Knex,
  where: Pick<PayloadRow, 'instance_id' | 'sha256'>,
): AsyncGenerator<string> {
  for (let from = 1; ; from += PIECE) {
    const piece = knex.raw('substr(value, ?, ?) as piece', [from, PIECE]);
    const [row]: { piece: string }[] = await knex<PayloadRow>('payloads')
      .where(where)
      .select(piece);
    if (!row || row.piece === '') return;
    yield row.piece;
  }
}
