import type { Knex } from 'knex';
import type { DutyStore, HeldDuty } from '../DutyStore';
import { holdDuty } from './operations/holdDuty';
import { reportingUnavailable } from './reportingUnavailable';
import type { DutyRow } from './tables';

/** {@link DutyStore} on SQLite or Postgres. @public */
export class KnexDutyStore implements DutyStore {
  constructor(private readonly knex: Knex) {}

  async hold(duty: {
    readonly name: string;
    readonly holder: string;
    readonly forMs: number;
  }): Promise<HeldDuty | undefined> {
    return reportingUnavailable(() => holdDuty(this.knex, duty));
  }

  async keep(duty: {
    readonly name: string;
    readonly holder: string;
    readonly state: string;
  }): Promise<boolean> {
    const { name, holder, state } = duty;
    return reportingUnavailable(async () => {
      const kept = await this.knex<DutyRow>('duties')
        .where({ name, holder })
        .update({ state });
      return kept > 0;
    });
  }

  async release(duty: {
    readonly name: string;
    readonly holder: string;
  }): Promise<void> {
    const { name, holder } = duty;
    await reportingUnavailable(() =>
      this.knex<DutyRow>('duties')
        .where({ name, holder })
        .update({ held_until: 0 }),
    );
  }
}
