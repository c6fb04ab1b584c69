import type { Knex } from 'knex';
import type { HeldDuty } from '../../DutyStore';
import type { DutyRow } from '../tables';
import { databaseNow, databaseNowPlus } from './workerLeases';

/** Takes or prolongs a duty that nobody else holds, by one statement: of several that try at once, one gets it. */
export async function holdDuty(
  knex: Knex,
  duty: {
    readonly name: string;
    readonly holder: string;
    readonly forMs: number;
  },
): Promise<HeldDuty | undefined> {
  const { name, holder, forMs } = duty;
  const [held]: Pick<DutyRow, 'state'>[] = await knex<DutyRow>('duties')
    .insert({
      name,
      holder,
      held_until: databaseNowPlus(knex, forMs) as unknown as number,
    })
    .onConflict('name')
    .merge(['holder', 'held_until'])
    .whereRaw('duties.holder = ? or duties.held_until < ?', [
      holder,
      databaseNow(knex),
    ])
    .returning('state');
  return held && { state: held.state ?? undefined };
}
