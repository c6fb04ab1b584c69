import type { TabMessage, Tabs } from './Tabs';

/**
 * The tabs of this browser profile that show pages of this origin.
 *
 * @returns `undefined` where the browser has no locks for tabs, as on pages that are not secure, or outside a browser
 * @public
 */
export function browserTabs(): Tabs | undefined {
  const { navigator, BroadcastChannel: Channel, document } = globalThis;
  if (!navigator?.locks || !Channel || !document) return undefined;
  return new BrowserTabs(navigator.locks, new Channel('orchestrator'));
}

/** How long a tab that goes out of sight gives others to take the lead. */
const AWAY_MS = 1_000;

/** {@link Tabs} by web locks and a broadcast channel. A tab out of sight leads only when no other will. */
class BrowserTabs implements Tabs {
  constructor(
    private readonly locks: LockManager,
    private readonly channel: BroadcastChannel,
  ) {}

  async takeTurns(
    lead: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      await this.locks
        .request('orchestrator', { signal }, () => untilHidden(lead, signal))
        .catch(error => {
          if (!signal.aborted) throw error;
        });
      if (!signal.aborted) await pause(AWAY_MS);
    }
  }

  tell(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  listen(listener: (message: TabMessage) => void): () => void {
    const heard = ({ data }: MessageEvent<TabMessage>) => listener(data);
    this.channel.addEventListener('message', heard);
    return () => this.channel.removeEventListener('message', heard);
  }
}

/** Browsers slow down tabs that are out of sight. */
async function untilHidden(
  lead: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const turn = new AbortController();
  const end = () => turn.abort();
  const onChange = () => {
    if (document.visibilityState === 'hidden') end();
  };
  signal.addEventListener('abort', end);
  document.addEventListener('visibilitychange', onChange);
  try {
    await lead(turn.signal);
  } finally {
    signal.removeEventListener('abort', end);
    document.removeEventListener('visibilitychange', onChange);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
