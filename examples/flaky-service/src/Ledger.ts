import type { Knex } from 'knex';

/** One entry of an account. @public */
export interface LedgerEntry {
  readonly id: number;
  readonly account: string;
  /** The posted body. */
  readonly entry: unknown;
}

interface LedgerRow {
  id: number;
  account: string;
  entry: string;
}

/** Accounts that entries are only ever appended to: posting twice shows. @public */
export class Ledger {
  constructor(private readonly knex: Knex) {}

  /** Appends `entry` to the account. @returns the entry as stored */
  async append(account: string, entry: unknown): Promise<LedgerEntry> {
    const [{ id }] = await this.ledger()
      .insert({ account, entry: JSON.stringify(entry) })
      .returning('id');
    return { id, account, entry };
  }

  /** The entries of the account, oldest first. */
  async list(account: string): Promise<LedgerEntry[]> {
    const rows = await this.ledger().where({ account }).orderBy('id');
    return rows.map(row => ({ ...row, entry: JSON.parse(row.entry) }));
  }

  private ledger() {
    return this.knex<LedgerRow>('ledger');
  }
}
