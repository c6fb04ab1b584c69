import { instanceHasEnded } from './refusals';

it.each([
  ['completed', 'it has already completed'],
  ['failed', 'it has already failed'],
  ['cancelled', 'it has already been cancelled'],
] as const)('says of a %s instance in what way it has ended', (status, why) => {
  expect(instanceHasEnded({ id: 'i1', status })).toMatchObject({
    code: 'STATE_CONFLICT',
    message: `Instance i1: ${why}`,
  });
});
