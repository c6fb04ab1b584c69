import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { DurableHost, Effect, Outcome, Settled } from './DurableHost';
import { Driver, type Drive } from './Driver';
import {
  all,
  breathe,
  first,
  perform,
  type Branch,
  type Routine,
} from './routine';
import { standardError } from './WorkflowError';

const someone: Actor = { kind: 'user', ref: 'user:default/someone' };

/** Settles what the test tells it to, and remembers what it was asked. */
class ScriptedHost implements DurableHost {
  readonly asked: string[] = [];
  readonly #script: Settled[] = [];

  record() {}

  breathe() {
    return undefined;
  }

  start(effect: Effect) {
    this.asked.push(`start ${effect.id}`);
  }

  cancel(effect: Effect) {
    this.asked.push(`cancel ${effect.id}`);
  }

  async race(): Promise<Settled> {
    const next = this.#script.shift();
    if (!next) throw new Error(`Stuck after ${this.asked.join(', ')}`);
    return next;
  }

  ends(id: string, outcome: Outcome = { ok: true, value: id }): this {
    this.#script.push({ kind: 'effect', id, outcome, time: 0 });
    return this;
  }

  isCancelled(): this {
    this.#script.push({
      kind: 'cancel',
      force: false,
      actor: someone,
      time: 0,
    });
    return this;
  }
}

const failed: Outcome = {
  ok: false,
  error: standardError('runtime', 'failed').details,
};

function call(id: string): Routine<unknown> {
  return perform({
    kind: 'http',
    id,
    taskKey: id,
    method: 'GET',
    uri: 'http://x',
    headers: {},
    query: {},
    output: 'content',
    redirect: false,
  });
}

function timer(id: string): Routine<unknown> {
  return perform({
    kind: 'timer',
    id,
    taskKey: id,
    purpose: 'timeout',
    until: 0,
    details: {},
  });
}

function drive<T>(host: ScriptedHost, branch: Branch<T>): Promise<Drive<T>> {
  const driver = new Driver(host, { onSettled() {}, onWaiting() {} });
  return driver.drive(branch);
}

describe('Driver', () => {
  it('resumes each branch with what it waits for, in whatever order that comes', async () => {
    const host = new ScriptedHost().ends('b').ends('a');
    const end = await drive(host, () =>
      all([() => call('a'), () => call('b')]),
    );
    expect(end).toEqual({ kind: 'returned', value: ['a', 'b'] });
  });

  it('returns at once from nothing to wait for', async () => {
    const end = await drive(new ScriptedHost(), () => all([]));
    expect(end).toEqual({ kind: 'returned', value: [] });
  });

  it('waits for a cancelled activity to stop before the parent goes on (D1)', async () => {
    const host = new ScriptedHost()
      .ends('quick')
      .ends('slow', failed)
      .ends('after');
    const end = await drive(host, function* parent() {
      const { index } = yield* first([() => call('slow'), () => call('quick')]);
      yield* call('after');
      return index;
    });
    expect(end).toEqual({ kind: 'returned', value: 1 });
    expect(host.asked).toEqual([
      'start slow',
      'start quick',
      'cancel slow',
      'start after',
    ]);
  });

  it('goes on at once when the loser is only a timer', async () => {
    const host = new ScriptedHost().ends('quick');
    const end = await drive(host, () =>
      first([() => timer('limit'), () => call('quick')]),
    );
    expect(end).toEqual({
      kind: 'returned',
      value: { index: 1, value: 'quick' },
    });
    expect(host.asked).toContain('cancel limit');
  });

  it('resumes the parent once when a winner and its loser end in the same turn', async () => {
    const resumed: string[] = [];
    const host = new ScriptedHost().ends('quick').ends('next');
    await drive(host, function* parent() {
      yield* first([() => call('quick'), () => timer('limit')]);
      resumed.push('parent');
      yield* call('next');
    });
    expect(resumed).toEqual(['parent']);
  });

  it('throws the first error of a branch once its siblings have stopped', async () => {
    const host = new ScriptedHost().ends('bad', failed).ends('other', failed);
    const end = await drive(host, () =>
      all([() => call('other'), () => call('bad')]),
    );
    expect(end).toMatchObject({ kind: 'threw', error: { message: 'failed' } });
    expect(host.asked).toContain('cancel other');
  });

  it('never begins a branch once another one has decided', async () => {
    const host = new ScriptedHost();
    await drive(host, () => first([immediately, () => call('never')]));
    expect(host.asked).toEqual([]);
  });

  it('unwinds every branch, innermost first, when the run is cancelled', async () => {
    const unwound: string[] = [];
    const cleaning = (name: string, inner: Branch<unknown>): Branch<unknown> =>
      function* branch() {
        try {
          return yield* inner();
        } finally {
          unwound.push(name);
        }
      };
    const host = new ScriptedHost().isCancelled().ends('a', failed);
    const end = await drive(
      host,
      cleaning('root', () =>
        all([
          cleaning('call', () => call('a')),
          cleaning('timer', () => timer('t')),
        ]),
      ),
    );
    expect(end).toEqual({
      kind: 'cancelled',
      by: someone,
      isForced: false,
    });
    expect(unwound).toEqual(['timer', 'call', 'root']);
  });

  it('cancels a branch that is only waiting for its turn', async () => {
    const end = await drive(new ScriptedHost(), () =>
      first<string | void>([
        immediately,
        function* endless(): Routine<void> {
          for (;;) yield* breathe();
        },
      ]),
    );
    expect(end).toEqual({
      kind: 'returned',
      value: { index: 0, value: 'now' },
    });
  });

  it('lets branches take turns', async () => {
    const turns: string[] = [];
    const counting = (name: string): Branch<void> =>
      function* branch() {
        for (let n = 0; n < 2; n += 1) {
          turns.push(name);
          yield* breathe();
        }
      };
    await drive(new ScriptedHost(), () => all([counting('a'), counting('b')]));
    expect(turns).toEqual(['a', 'b', 'a', 'b']);
  });

  it('does not hide a fault of the engine behind a cancellation', async () => {
    const host = new ScriptedHost().isCancelled();
    const end = await drive(host, function* broken() {
      try {
        yield* timer('t');
      } finally {
        // eslint-disable-next-line no-unsafe-finally
        throw new RangeError('broken');
      }
    });
    expect(end).toMatchObject({ kind: 'threw', error: { message: 'broken' } });
  });
});

// eslint-disable-next-line require-yield
function* immediately(): Routine<string> {
  return 'now';
}
