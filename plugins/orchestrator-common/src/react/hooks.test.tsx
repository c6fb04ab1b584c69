import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { EventsWatchItem } from '../EventsWatch';
import { emptyInstance } from '../fold/InstanceState';
import type { WatchItem } from '../InstanceWatch';
import type { WatchOptions } from '../OrchestratorApi';
import { useExecuteWorkflow, useInstances, useWorkflow } from './queries';
import { useLiveInstances } from './useLiveInstances';
import { useWatchInstance } from './useWatchInstance';

/** Items of a watch that come when they are told to. */
function controlled<T>() {
  const waiting: T[] = [];
  let wake = () => {};
  const woken = () =>
    new Promise<void>(resolve => {
      wake = resolve;
    });
  return {
    say(...items: T[]) {
      waiting.push(...items);
      wake();
    },
    async *watch(signal?: AbortSignal): AsyncGenerator<T, void, void> {
      signal?.addEventListener('abort', () => wake());
      while (!signal?.aborted) {
        yield* waiting.splice(0);
        if (waiting.length > 0) continue;
        await woken();
      }
    },
  };
}

/** A watch that ends with an error. */
async function* failing(error: Error): AsyncGenerator<never, void, void> {
  throw error;
}

function render<T>(useHook: () => T) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(useHook, { wrapper });
}

/** A list that counts how often it is read. */
function countedInstances() {
  let reads = 0;
  return {
    listInstances: async () => {
      reads += 1;
      return { items: [], total: reads };
    },
  };
}

it('useWorkflow reads a workflow, and says what went wrong', async () => {
  const error = new Error('away');
  const api = { getWorkflow: () => Promise.reject(error) };
  const { result } = render(() => useWorkflow(api, 'hello'));
  await waitFor(() => expect(result.current.error).toBe(error));
});

it('useExecuteWorkflow runs a workflow and has lists read anew', async () => {
  const requests: object[] = [];
  const api = {
    ...countedInstances(),
    executeWorkflow: async (request: object) => {
      requests.push(request);
      return { id: 'i1' };
    },
  };
  const { result } = render(() => ({
    list: useInstances(api),
    run: useExecuteWorkflow(api, 'hello'),
  }));
  await waitFor(() => expect(result.current.list.data?.total).toBe(1));

  await act(() => result.current.run.mutateAsync({ parameters: { a: 1 } }));

  await waitFor(() => expect(result.current.list.data?.total).toBe(2));
  expect(requests).toEqual([{ workflowId: 'hello', parameters: { a: 1 } }]);
});

it('useLiveInstances has lists read anew when something changes, and stops with the component', async () => {
  const events = controlled<EventsWatchItem>();
  let signal: AbortSignal | undefined;
  const api = {
    ...countedInstances(),
    watchEvents: (_: unknown, options?: { signal?: AbortSignal }) => {
      signal = options?.signal;
      return events.watch(signal);
    },
  };
  const { result, unmount } = render(() => {
    useLiveInstances(api);
    return useInstances(api);
  });
  await waitFor(() => expect(result.current.data?.total).toBe(1));

  act(() => events.say({ type: 'reset' }));

  await waitFor(() => expect(result.current.data?.total).toBe(2));
  unmount();
  expect(signal?.aborted).toBe(true);
});

it('useLiveInstances says how current lists are, and why they are not; it begins anew when asked to', async () => {
  const error = new Error('You need the permission orchestrator.workflow');
  const events = controlled<EventsWatchItem>();
  const selections: unknown[] = [];
  const api = {
    ...countedInstances(),
    watchEvents: (selection: unknown, options?: { signal?: AbortSignal }) => {
      selections.push(selection);
      if (selections.length === 1) return failing(error);
      return events.watch(options?.signal);
    },
  };
  const { result, unmount } = render(() =>
    useLiveInstances(api, { workflowId: ['hello'] }),
  );
  await waitFor(() =>
    expect(result.current).toMatchObject({
      connection: { kind: 'stale' },
      error,
    }),
  );

  act(() => result.current.retry());
  act(() => events.say({ type: 'connection', status: 'live' }));

  await waitFor(() =>
    expect(result.current).toMatchObject({
      connection: { kind: 'live' },
      error: undefined,
    }),
  );
  expect(selections).toEqual([
    { workflowId: ['hello'] },
    { workflowId: ['hello'] },
  ]);
  unmount();
});

describe('useWatchInstance, of an instance that has ended', () => {
  const failed = { ...emptyInstance('i1'), epoch: 'k1', seq: 4 };
  let options: (WatchOptions | undefined)[];

  /** Each watch tells one thing and is finished. */
  function showEnded() {
    options = [];
    const api = {
      async *watchInstance(_: string, given?: WatchOptions) {
        options.push(given);
        if (options.length === 1) {
          yield { type: 'snapshot', state: failed } as const;
        }
        yield { type: 'connection', status: 'finished' } as const;
      },
      executeWorkflow: async () => ({ id: 'i2' }),
    };
    return render(() => ({
      ...useWatchInstance(api, 'i1'),
      run: useExecuteWorkflow(api, 'hello'),
    }));
  }

  it.each<[string, (page: { run(): Promise<unknown> }) => Promise<unknown>]>([
    ['something was done', ({ run }) => run()],
    [
      'the page comes back into sight',
      async () => window.dispatchEvent(new Event('visibilitychange')),
    ],
  ])('looks once more where it was when %s', async (_, happens) => {
    const { result, unmount } = showEnded();
    await waitFor(() =>
      expect(result.current.connection).toEqual({ kind: 'finished' }),
    );
    const run = () => result.current.run.mutateAsync({});

    await act(() => happens({ run }));

    await waitFor(() => expect(options).toHaveLength(2));
    expect(options[1]).toMatchObject({ after: 'k1.4' });
    expect(result.current.state).toEqual(failed);
    unmount();
    expect(options[1]?.signal?.aborted).toBe(true);
  });
});

it('useWatchInstance folds what the watch tells, and begins anew when asked to', async () => {
  const items = controlled<WatchItem>();
  let watches = 0;
  const api = {
    watchInstance: (_: string, options?: { signal?: AbortSignal }) => {
      watches += 1;
      return items.watch(options?.signal);
    },
  };
  const { result, unmount } = render(() => useWatchInstance(api, 'i1'));
  expect(result.current.connection).toEqual({ kind: 'connecting' });

  act(() =>
    items.say(
      { type: 'connection', status: 'live' },
      { type: 'snapshot', state: { ...emptyInstance('i1'), status: 'failed' } },
    ),
  );
  await waitFor(() =>
    expect(result.current).toMatchObject({
      state: { status: 'failed' },
      connection: { kind: 'finished' },
    }),
  );

  act(() => result.current.retry());
  expect(watches).toBe(2);
  unmount();
});

it('useWatchInstance says that it is cut off, also when the connection had just come about', async () => {
  const error = new Error('You may no longer see what you watch');
  const api = {
    async *watchInstance(): AsyncGenerator<WatchItem, void, void> {
      yield { type: 'connection', status: 'live' };
      yield { type: 'snapshot', state: emptyInstance('i1') };
      throw error;
    },
  };
  const { result } = render(() => useWatchInstance(api, 'i1'));
  await waitFor(() => expect(result.current.error).toBe(error));
  await act(async () => {
    await new Promise(requestAnimationFrame);
  });
  expect(result.current).toMatchObject({
    connection: { kind: 'stale' },
    state: { id: 'i1' },
    error,
  });
});
