import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import { EngineError } from '../../EngineError';
import type { EmitEffect } from '../../interpreter/DurableHost';
import { EmitActivity } from './EmitActivity';

const effect: EmitEffect = {
  kind: 'emit',
  id: 'e',
  taskKey: '/do/0/tell',
  event: { specversion: '1.0', id: '1', source: '/s', type: 'told' },
};

const away = new EngineError('STORE_UNAVAILABLE', 'away');

describe('an event that a task emits', () => {
  const clock = new ManualClock();
  const controller = new AbortController();
  const { signal } = controller;

  it('waits for a database that is away', async () => {
    let tries = 0;
    const deliver = async () => {
      tries += 1;
      if (tries < 3) throw away;
    };
    const emitted = new EmitActivity({ deliver, clock }).execute(effect, {
      signal,
    });
    await settle();
    expect(tries).toBe(1);
    clock.advance(1_000);
    await settle();
    clock.advance(1_000);
    expect((await emitted).outcome).toEqual({ ok: true, value: null });
    expect(tries).toBe(3);
  });

  it('fails when it is none, without another try', async () => {
    let tries = 0;
    const deliver = async () => {
      tries += 1;
      throw new EngineError('INPUT_INVALID', 'no event');
    };
    const emit = new EmitActivity({ deliver, clock });
    const { outcome } = await emit.execute(effect, { signal });
    expect(outcome).toMatchObject({ ok: false, error: { status: 400 } });
    expect(tries).toBe(1);
  });

  it('is given up when its task is cancelled meanwhile', async () => {
    const deliver = () => Promise.reject(away);
    const emitted = new EmitActivity({ deliver, clock }).execute(effect, {
      signal,
    });
    await settle();
    controller.abort();
    expect((await emitted).outcome).toMatchObject({ ok: false });
  });
});
