// DBOS: each step's output is a row in Postgres before the next step begins.
import { DBOS } from '@dbos-inc/dbos-sdk';
import { stepCount, stepResult } from '../workload.mjs';

const poolSize = 10;

/** @param {{database: {url: string}}} options */
export async function open({ database }) {
  DBOS.setConfig({
    name: 'benchmark',
    systemDatabaseUrl: database.url,
    systemDatabasePoolSize: poolSize,
    runAdminServer: false,
    logLevel: 'error',
  });
  const fiveSteps = DBOS.registerWorkflow(runFiveSteps, { name: 'fiveSteps' });
  await DBOS.launch();
  return {
    async runOne() {
      const handle = await DBOS.startWorkflow(fiveSteps)();
      await handle.getResult();
    },
    close: () => DBOS.shutdown(),
  };
}

async function runFiveSteps() {
  for (let step = 0; step < stepCount; step += 1) {
    await DBOS.runStep(async () => stepResult, { name: `step${step}` });
  }
}
