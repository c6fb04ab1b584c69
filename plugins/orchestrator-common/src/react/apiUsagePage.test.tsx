import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { JsxEmit, ModuleKind, transpileModule } from 'typescript';
import type { EventsWatchItem } from '../EventsWatch';
import { emptyInstance } from '../fold/InstanceState';
import type { WatchItem } from '../InstanceWatch';
import * as hooks from '../react';

const page = resolve(__dirname, '../../../../docs/api-usage.md');

/** The component that the page shows. */
function exampleOf(text: string): ComponentType<{ api: object }> {
  const [, code = ''] = /^```tsx\n([^]*?)^```$/m.exec(text) ?? [];
  const { outputText } = transpileModule(code, {
    compilerOptions: { module: ModuleKind.CommonJS, jsx: JsxEmit.ReactJSX },
  });
  const exported: { Runs?: ComponentType<{ api: object }> } = {};
  const give = (name: string) =>
    name.endsWith('/react') ? hooks : jest.requireActual(name);
  compileFunction(outputText, ['require', 'exports'])(give, exported);
  if (exported.Runs) return exported.Runs;
  throw new Error('docs/api-usage.md has no example for React');
}

/** A server with runs of `hello`; those who watch are told as they stand. */
class FakeApi {
  readonly ids = ['run-1'];

  async listInstances() {
    return { items: this.ids.map(id => ({ id })) };
  }

  async executeWorkflow() {
    this.ids.push('run-2');
    return { id: 'run-2' };
  }

  async *watchInstance(id: string): AsyncGenerator<WatchItem, void, void> {
    const workflow = { id: `hello of ${id}`, version: '1' };
    yield { type: 'connection', status: 'live' };
    yield { type: 'snapshot', state: { ...emptyInstance(id), workflow } };
    await new Promise(() => {});
  }

  async *watchEvents(): AsyncGenerator<EventsWatchItem, void, void> {
    throw new Error('no permission');
  }
}

it('the example of docs/api-usage.md lists runs, follows each and runs a workflow', async () => {
  const Runs = exampleOf(readFileSync(page, 'utf8'));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Runs api={new FakeApi()} />
    </QueryClientProvider>,
  );
  await screen.findByText('hello of run-1 is pending (live)');
  await screen.findByText(/These may be old \(stale\): .*no permission/);

  fireEvent.click(screen.getByText('Say hello'));

  const started = await screen.findByText('hello of run-2 is pending (live)');
  expect(started.isConnected).toBe(true);
});
