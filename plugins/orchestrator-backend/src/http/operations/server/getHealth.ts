import type { Operation } from '../../Operation';

/** Tells whether the orchestrator works. */
export const getHealth: Operation<'getHealth'> =
  ({ health, callerOf }) =>
  async (req, res) => {
    const { running, due, storeLatencyMs, obstacle } = await health.get(
      await callerOf(req),
    );
    const worker =
      obstacle === undefined
        ? ({ status: 'ok' } as const)
        : ({ status: 'degraded', reason: obstacle } as const);
    res.json({
      status: worker.status,
      running,
      due,
      store: {
        status: 'ok',
        latencyMs: Math.round(storeLatencyMs * 100) / 100,
      },
      worker,
    });
  };
