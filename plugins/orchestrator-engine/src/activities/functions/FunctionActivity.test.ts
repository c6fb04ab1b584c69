import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { FunctionEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  valueOf,
} from '../__testUtils__/activities';
import { FunctionActivity } from './FunctionActivity';
import { logFunction } from './logFunction';
import { OfferedFunctions, type OfferedFunction } from './OfferedFunctions';

const double: OfferedFunction = {
  name: 'double',
  inputSchema: {
    type: 'object',
    properties: { n: { type: 'number' } },
    required: ['n'],
  },
  outputSchema: { type: 'number', maximum: 100 },
  execute: async input => 2 * (input as { n: number }).n,
};

function failing(name: string, error: Error): OfferedFunction {
  return { name, execute: async () => Promise.reject(error) };
}

describe('FunctionActivity', () => {
  const functions = new OfferedFunctions([
    double,
    failing('plain', new Error('disk full', { cause: new Error('ENOSPC') })),
    failing('typed', standardError('authorization', 'not you', 403)),
    { name: 'endless', execute: () => new Promise(() => {}) },
  ]);
  const activity = new FunctionActivity({ functions, timeoutMs: 100 });

  function effect(name: string, input: Json = null): FunctionEffect {
    return { ...BASE, kind: 'function', name, input };
  }

  it('gives what the function gives', async () => {
    expect(await valueOf(activity, effect('double', { n: 21 }))).toBe(42);
  });

  it('calls nothing while the lease is in doubt', async () => {
    const execute = jest.fn(async () => null);
    const watched = new FunctionActivity({
      functions: new OfferedFunctions([{ name: 'watched', execute }]),
      timeoutMs: 100,
    });
    const error = await errorOf(watched, effect('watched'), inDoubt());
    expect(error?.detail).toContain('The lease is in doubt');
    expect(execute).not.toHaveBeenCalled();
  });

  it('tells the function which trace it belongs to', async () => {
    const execute = jest.fn(async () => null);
    const watched = new FunctionActivity({
      functions: new OfferedFunctions([{ name: 'watched', execute }]),
      timeoutMs: 100,
    });
    const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
    await valueOf(watched, effect('watched'), context);
    expect(execute).toHaveBeenCalledWith(
      null,
      expect.objectContaining({ traceparent: '00-ab-cd-01' }),
    );
  });

  it.each<[string, Json, string, string]>([
    [
      'double',
      { n: 'x' },
      'validation',
      'The input of double is not valid: /n',
    ],
    ['double', { n: 51 }, 'validation', 'The output of double is not valid: '],
    [
      'triple',
      1,
      'configuration',
      'no function triple; it has double, endless',
    ],
    ['plain', 1, 'runtime', 'plain failed: disk full: ENOSPC'],
    ['typed', 1, 'authorization', 'not you'],
    ['endless', 1, 'timeout', 'endless took longer than 100 ms'],
  ])('says what is wrong: %s of %j', async (name, input, type, detail) => {
    expect(await errorOf(activity, effect(name, input))).toMatchObject({
      type: expect.stringMatching(new RegExp(`${type}$`)),
      detail: expect.stringContaining(detail),
    });
  });

  it('does not wait for a function that is cancelled', async () => {
    const controller = new AbortController();
    const running = errorOf(
      activity,
      effect('endless'),
      activityContext(controller.signal),
    );
    controller.abort();
    expect((await running)?.detail).toBe('endless was cancelled');
  });

  it('takes each name once', () => {
    expect(() => functions.add(double)).toThrow('two functions of the name');
    expect(functions.list().map(one => one.name)).toEqual([
      'double',
      'endless',
      'plain',
      'typed',
    ]);
  });
});

describe('log', () => {
  const lines: unknown[] = [];
  const write =
    (level: string) =>
    (message: string, fields?: { [key: string]: string | number }) =>
      lines.push([level, message, fields]);
  const logger = {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };

  it.each<[Json, string, string]>([
    ['hello', 'info', 'hello'],
    [{ message: 'careful', level: 'warn' }, 'warn', 'careful'],
    [{ n: 1 }, 'info', '{"n":1}'],
    [{ message: [1], level: 'loud' }, 'info', '[1]'],
  ])('of %j writes %s: %s, and gives its input', async (input, level, text) => {
    const functions = new OfferedFunctions([logFunction(logger)]);
    const activity = new FunctionActivity({ functions, timeoutMs: 1000 });
    const effect: FunctionEffect = {
      ...BASE,
      kind: 'function',
      name: 'log',
      input,
    };
    expect(await valueOf(activity, effect)).toEqual(input);
    expect(lines.pop()).toEqual([
      level,
      text,
      { instanceId: 'instance', taskKey: '/do/0/get' },
    ]);
  });
});
