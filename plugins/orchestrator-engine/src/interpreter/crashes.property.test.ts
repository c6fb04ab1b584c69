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
