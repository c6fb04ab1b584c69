import { refusalOf } from './refusalOf';

it.each([
  ['suspend', 'failed', 'It has failed; only what runs can be suspended'],
  ['resume', 'waiting', 'It is waiting; only what is suspended can be resumed'],
  [
    'retry',
    'completed',
    'It has completed; only what has failed can be retried',
  ],
] as const)(
  'says why what is asked by %s of a run that is %s cannot be',
  (kind, status, why) => {
    const at = { status, ofTask: () => [], asksPeople: () => false };
    expect(refusalOf({ kind }, at)).toBe(why);
  },
);
