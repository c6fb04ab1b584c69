import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  runInMemory,
  sharedExpressions,
  workflowText,
} from '../__testUtils__/runInMemory';
import { DEFAULT_RUN_LIMITS } from '../interpreter/RunLimits';
import { rehearse } from './Rehearsal';

const text = workflowText(`
  - each:
      for: { in: '[range(50)]' }
      do:
        - count: { set: { n: 1 } }`);

async function rehearsal(definition = text) {
  const { log } = await runInMemory({ definition: text });
  const run = {
    definition: parseWorkflow(definition).definition!,
    expressions: sharedExpressions,
    runtime: { name: 'orchestrator', version: '0', metadata: {} },
    limits: DEFAULT_RUN_LIMITS,
    start: { instanceId: 'i', input: {}, startedAt: 0 },
  };
  return { run, recording: { entries: log, payloadTexts: new Map() } };
}

it('lets the rest of the process have its turn between the tasks of a long log', async () => {
  const { run, recording } = await rehearsal();
  let turns = 0;
  const breathe = () => {
    turns += 1;
    return new Promise<void>(resolve => setImmediate(resolve));
  };
  await expect(rehearse(run, recording, { breathe })).resolves.toEqual([]);
  expect(turns).toBeGreaterThanOrEqual(50);
});

it('notices that more is recorded than the run comes to', async () => {
  const shorter = workflowText('- each: { set: { n: 1 } }');
  const { run, recording } = await rehearsal(shorter);
  await expect(rehearse(run, recording)).rejects.toThrow('Recorded is');
});
