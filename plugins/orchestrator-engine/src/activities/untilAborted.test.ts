import { untilAborted } from './untilAborted';

describe('what is waited for until something aborts', () => {
  it('is given up at once, also when it had been given up before', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(
      untilAborted(Promise.resolve(1), controller.signal),
    ).rejects.toThrow('enough');
  });

  it('leaves no rejection that nobody handles', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const work = Promise.reject(new Error('late'));
    await untilAborted(work, AbortSignal.abort()).catch(() => {});
    await new Promise(resolve => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
