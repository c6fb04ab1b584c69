import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';
import { readResult } from './readResult';

describe('readResult', () => {
  it('reads message and outputs by the convention', () => {
    expect(
      readResult({
        result: {
          message: 'done',
          outputs: [
            { key: 'a', value: 1, format: 'number' },
            { key: 'b', value: 'x' },
          ],
        },
      }),
    ).toEqual({
      message: 'done',
      outputs: [
        { key: 'a', value: 1, format: 'number' },
        { key: 'b', value: 'x', format: 'text' },
      ],
    });
  });

  it.each([
    ['no result', { done: true }],
    ['a text', 'done'],
    ['a list', [1]],
    ['nothing', null],
    ['a result of another shape', { result: { outputs: 'x', message: 3 } }],
  ])('finds nothing to show in %s', (_, output) => {
    expect(readResult(output)).toBeUndefined();
  });

  it('leaves out outputs that cannot be shown', () => {
    const outputs: Json = [{ key: 'a', value: {} }, { value: 1 }, 'x', null];
    expect(readResult({ result: { message: 'm', outputs } })?.outputs).toEqual(
      [],
    );
  });
});
