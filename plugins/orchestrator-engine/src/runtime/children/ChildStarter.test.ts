import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import { EngineError } from '../../EngineError';
import { DefinitionCache } from '../DefinitionCache';
import { InstanceFactory } from '../InstanceFactory';
import { ChildStarter } from './ChildStarter';

/** Definitions of which there are none. */
const nothing = new DefinitionCache({
  publish: async () => {},
  retireAllBut: async () => [],
  retireSourcesBut: async () => [],
  listCurrent: async () => [],
  getCurrent: async () => undefined,
  getCurrentVersion: async () => undefined,
  getByHash: async () => undefined,
});

it('does not leave a parent waiting when nobody can say whether its child runs', async () => {
  const clock = new ManualClock();
  const warnings: string[] = [];
  let asked = 0;
  const starter = new ChildStarter({
    instances: new InstanceFactory(nothing, clock),
    accept: async () => {
      throw new EngineError('WORKFLOW_NOT_FOUND', 'there is none');
    },
    isThere: async () => {
      asked += 1;
      if (asked === 1) throw new Error('The database says: no');
      return false;
    },
    signal: async () => {},
    clock,
    logger: {
      info: () => {},
      warn: message => warnings.push(message),
      error: () => {},
    },
  });
  const started = starter.start(
    { id: 'parent' },
    {
      kind: 'child',
      id: 'c',
      taskKey: '/do/0/run',
      workflowId: 'child',
      version: 'latest',
      input: {},
      isAwaited: true,
    },
  );
  await settle();
  expect(warnings).toEqual([
    'It is not known whether a child runs: The database says: no',
  ]);
  clock.advance(1_000);
  expect((await started)?.outcome).toMatchObject({ ok: false });
});
