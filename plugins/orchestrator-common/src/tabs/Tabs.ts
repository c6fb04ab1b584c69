/** What the tabs of one browser profile have in common. @public */
export interface Tabs {
  /**
   * Runs `lead` while this tab is the one that leads: when no other does. Another one takes its turn as soon as `lead` settles,
   * or this tab is gone.
   *
   * @param signal - ends the waiting, and tells `lead` that its turn is over
   */
  takeTurns(
    lead: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Tells all other tabs, not this one. */
  tell(message: TabMessage): void;
  /** @returns what ends the listening */
  listen(listener: (message: TabMessage) => void): () => void;
}

/** What tabs tell each other. @public */
export type TabMessage =
  /** Which instances a tab follows now: none when it leaves. */
  | {
      readonly kind: 'follow';
      readonly tab: string;
      readonly instances: readonly string[];
    }
  /** From now on all of these are told: what was before is to be read. To one tab when it has come late, else to all. */
  | {
      readonly kind: 'begin';
      readonly instances: readonly string[];
      readonly to?: string;
    }
  /** An event, as JSON text. */
  | {
      readonly kind: 'event';
      readonly instanceId: string;
      readonly type: string;
      readonly id: string;
      readonly data: string;
    }
  /** There is a leader, and it asks what each tab follows; the next time that it does so is in so many milliseconds. */
  | { readonly kind: 'alive'; readonly intervalMs: number }
  /** The stream broke. */
  | { readonly kind: 'lost' };
