/**
 * Tells of what people are asked, at least once, in the order in which it was asked.
 *
 * Where it stands is noted after it has told: what is between is told again by whoever takes over. What is decided by then is left
 * out, and so is what tests ask.
 */
import type { Approval, ApprovalStore } from '../../store/ApprovalStore';
import type { FeedEntry, FeedReader } from '../../store/FeedReader';
import type { DutyTurn } from '../Duty';

/** Who is told of what people are asked. @public */
export interface AskedOptions {
  readonly approvals: ApprovalStore;
  /** Hands on what was asked; when it rejects it comes again. */
  readonly tell: (asked: readonly Approval[]) => Promise<void>;
}

/** Entries that are read at once. */
const BATCH = 100;

/** See the module header. */
export class ApprovalTeller {
  constructor(
    private readonly options: AskedOptions & { readonly feed: FeedReader },
  ) {}

  /**
   * Tells what was asked since the last time. The first time ever it begins with what is asked from then on.
   *
   * @returns after how many milliseconds there is more to do, when there is
   */
  async tell({ state, keep }: DutyTurn): Promise<number | undefined> {
    const { feed, tell } = this.options;
    if (state === undefined) {
      await keep(await feed.head());
      return undefined;
    }
    const types = ['approval.requested'];
    const page = await feed.read({ after: state, limit: BATCH, types });
    const asked = await this.#pendingIn(page.entries);
    if (asked.length > 0) await tell(asked);
    const isKept = page.cursor === state || (await keep(page.cursor));
    return isKept && page.hasMore ? 0 : undefined;
  }

  async #pendingIn(
    entries: readonly FeedEntry[],
  ): Promise<readonly Approval[]> {
    const { approvals } = this.options;
    const found = await Promise.all(
      entries
        .filter(({ instance }) => instance.testSession === undefined)
        .map(({ entry }) => approvals.get(String(entry.data.approvalId))),
    );
    return found.flatMap(one => (one?.status === 'pending' ? one : []));
  }
}
