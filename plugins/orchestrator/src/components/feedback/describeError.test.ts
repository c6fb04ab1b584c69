import { describeError } from './describeError';

it.each([
  ['Chromium', 'Failed to fetch'],
  ['Firefox', 'NetworkError when attempting to fetch resource.'],
  ['Safari', 'Load failed'],
])('says in own words that no answer came to %s', (_, message) => {
  expect(describeError(new TypeError(message))).toEqual({
    message: 'The portal does not answer. Is the network there?',
  });
});

it('leaves other errors their words', () => {
  expect(describeError(new TypeError('x is not a function'))).toEqual({
    message: 'x is not a function',
  });
  expect(describeError('no reason')).toEqual({ message: 'no reason' });
});
