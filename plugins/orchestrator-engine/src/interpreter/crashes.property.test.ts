import fc from 'fast-check';
import {
  runInMemory,
  type Crash,
  type InMemoryRun,
  type RunReport,
} from '../__testUtils__/runInMemory';
import { someWorkflow } from '../__testUtils__/someWorkflow';
import { fractionOf } from './fractionOf';

const events = Array.from({ length: 200 }, (_, index) => ({
  type: index % 2 === 0 ? 'a' : 'b',
  data: { n: 1 },
}));

/** What a call answers depends on the call alone, not on when or how often it is made. */
const answer: InMemoryRun['answer'] = (_uri, _nth, { id }) => {
  const fraction = fractionOf(id);
  return fraction < 0.2
    ? { status: 503 }
    : { value: { n: Math.floor(fraction * 10) } };
};

/** How a run ended, and what it has done to the world. */
function ofRun({ status, output, error, calls, children }: RunReport) {
  const idsOf = (effects: readonly { readonly id: string }[]) =>
    [...new Set(effects.map(({ id }) => id))].sort();
  return {
    status,
    output,
    error,
    calls: idsOf(calls.calls.map(({ effect }) => effect)),
    children: idsOf(children),
  };
}

function isCheckpoint({ type }: { readonly type: string }): boolean {
  return type === 'instance.checkpointed';
}

/** What the log says besides its checkpoints. */
function toldBy({ log }: RunReport) {
  return log
    .filter(entry => !isCheckpoint(entry))
    .map(({ seq: _, ...entry }) => entry);
}

const someCrashes = fc.array(
  fc.constantFrom<Crash>('before', 'after', 'none'),
  { maxLength: 60 },
);

it('ends alike and does the same, wherever the process dies on the way', async () => {
  await fc.assert(
    fc.asyncProperty(someWorkflow, someCrashes, async (definition, crashes) => {
      const run = { definition, answer, events, input: { n: 0 } };
      const undisturbed = await runInMemory(run);
      const disturbed = await runInMemory({ ...run, crashes });
      expect(ofRun(disturbed)).toEqual(ofRun(undisturbed));
      expect(['completed', 'failed']).toContain(undisturbed.status);
    }),
    { seed: 20261122, numRuns: 200 },
  );
}, 120_000);

it('does the same with checkpoints, of which each replay begins at the last one', async () => {
  let checkpoints = 0;
  let replaysFromOne = 0;
  await fc.assert(
    fc.asyncProperty(
      someWorkflow,
      someCrashes,
      fc.constantFrom(1, 5, 20),
      async (definition, crashes, entriesPerCheckpoint) => {
        const run = { definition, answer, events, input: { n: 0 } };
        const without = await runInMemory(run);
        const resident = await runInMemory({ ...run, entriesPerCheckpoint });
        expect(toldBy(resident)).toEqual(toldBy(without));
        const dying = { ...run, entriesPerCheckpoint, crashes };
        const disturbed = await runInMemory(dying);
        expect(ofRun(disturbed)).toEqual(ofRun(without));
        checkpoints += disturbed.log.filter(isCheckpoint).length;
        replaysFromOne += disturbed.replaysFromCheckpoint;
      },
    ),
    { seed: 20261123, numRuns: 200 },
  );
  expect(checkpoints).toBeGreaterThan(500);
  expect(replaysFromOne).toBeGreaterThan(150);
}, 120_000);
