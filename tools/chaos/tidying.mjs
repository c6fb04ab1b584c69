import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromRoot } from '../lib/paths.mjs';

const require = createRequire(import.meta.url);
const { Housekeeper } = require(fromRoot(
  'plugins/orchestrator-engine/src/runtime/housekeeping/Housekeeper',
));

const trimEveryMs = 300;

/** Everything goes that may go. */
const nothingIsKept = {
  completedMs: 0,
  failedMs: 0,
  cancelledMs: 0,
  testsMs: 0,
  eventsMs: 0,
  entriesMs: 0,
  occurrencesMs: 0,
  deliveriesMs: 0,
  jobsMs: 0,
};

/** Housekeeping without the duty, so that all replicas do it at once. */
export function createTidying({ stores, clock, logger }) {
  const keeping = retention =>
    new Housekeeper({
      store: stores.housekeeping,
      instances: stores.instances,
      retention,
      clock,
      logger: { ...logger, info() {} },
    });
  return {
    /** Deletes entries of logs as soon as a checkpoint has made them superfluous, until the process ends. */
    async trimAlways(entriesMs) {
      const housekeeper = keeping({ entriesMs });
      for (;;) {
        await sleep(trimEveryMs);
        await housekeeper.tidy().catch(error => logger.warn(error.message));
      }
    },

    /** Deletes a batch of whatever has ended. */
    sweep: () => keeping(nothingIsKept).tidy(),
  };
}
