import { monitorLag } from './monitorLag.mjs';
import { quantile } from './statistics.mjs';

/**
 * Runs that many workflows, so many at once (a closed loop: one that ends makes room for the next).
 *
 * @param {() => Promise<unknown>} runOne submits a workflow and waits for its result
 * @param {{count: number, inFlight: number}} load
 */
export async function measureLoad(runOne, { count, inFlight }) {
  const latencies = [];
  let begun = 0;
  const lane = async () => {
    while (begun < count) {
      begun += 1;
      const from = performance.now();
      await runOne();
      latencies.push(performance.now() - from);
    }
  };
  const lag = monitorLag();
  const cpuBefore = process.cpuUsage();
  const from = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const ms = performance.now() - from;
  const cpu = process.cpuUsage(cpuBefore);
  return {
    perSecond: (1000 * count) / ms,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpuMsPerWorkflow: (cpu.user + cpu.system) / 1000 / count,
    lagP99Ms: lag.stop(),
  };
}
