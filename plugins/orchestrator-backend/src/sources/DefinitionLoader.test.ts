import { mockServices } from '@backstage/backend-test-utils';
import { createJqExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  KnexDefinitionStore,
  migrate,
  systemClock,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type {
  DefinitionFile,
  DefinitionSource,
  DefinitionSourceConnection,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import knexFactory, { type Knex } from 'knex';
import { broken, hello, patient } from '../__testUtils__/definitions';
import { DefinitionLoader } from './DefinitionLoader';

/** A source whose files the test sets. */
class FakeSource implements DefinitionSource {
  #connection: DefinitionSourceConnection | undefined;
  #files: readonly DefinitionFile[];

  constructor(readonly name: string, files: { [location: string]: string }) {
    this.#files = filesOf(files);
  }

  async connect(connection: DefinitionSourceConnection) {
    this.#connection = connection;
    await connection.replaceAll(this.#files);
  }

  async change(files: { [location: string]: string }) {
    await this.#connection?.replaceAll(filesOf(files));
  }
}

describe('DefinitionLoader', () => {
  let knex: Knex;
  let store: KnexDefinitionStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await migrate(knex);
    store = new KnexDefinitionStore(knex);
    jest.clearAllMocks();
  });

  afterEach(() => knex.destroy());

  async function load(...sources: readonly DefinitionSource[]) {
    const loader = new DefinitionLoader({
      store,
      logger,
      expressions: createJqExpressionEvaluator(),
      clock: systemClock,
      sources,
    });
    await loader.start();
    return loader;
  }

  async function listed() {
    const current = await store.listCurrent();
    return Object.fromEntries(
      current.map(({ workflowId, isValid }) => [workflowId, isValid]),
    );
  }

  it('stores what a source has, with what is wrong with it', async () => {
    await load(
      new FakeSource('a', { '/hello.yaml': hello, '/b.yaml': broken }),
    );

    await expect(listed()).resolves.toEqual({ hello: true, broken: false });
    await expect(store.getCurrent('hello')).resolves.toMatchObject({
      name: 'hello',
      namespace: 'default',
      version: '1.2.0',
      title: 'Say hello',
      description: 'Greets who you name.',
      format: 'yaml',
      text: hello,
    });
  });

  it('logs each problem at its line and column, once', async () => {
    const source = new FakeSource('a', { '/b.yaml': broken });
    await load(source);
    await source.change({ '/b.yaml': broken });

    expect(logger.error.mock.calls).toEqual([
      [
        '/b.yaml:3:14: unknown property `sett`; did you mean `set`? (UNKNOWN_PROPERTY)',
      ],
    ]);
  });

  it('finds faults of expressions', async () => {
    const text = hello.replace('"Hello " + .name', '.name +');

    await load(new FakeSource('a', { '/hello.yaml': text }));

    const { problems } = (await store.getCurrent('hello'))!;
    expect(problems).toMatchObject([{ code: 'EXPRESSION_SYNTAX' }]);
  });

  it('follows what changes', async () => {
    const source = new FakeSource('a', {
      '/hello.yaml': hello,
      '/p.yaml': patient,
    });
    await load(source);

    await source.change({
      '/hello.yaml': hello.replace('1.2.0', '1.3.0'),
      '/b.yaml': broken,
    });

    await expect(listed()).resolves.toEqual({ hello: true, broken: false });
    await expect(store.getCurrent('hello')).resolves.toMatchObject({
      version: '1.3.0',
    });
  });

  it('takes up again what was gone', async () => {
    const source = new FakeSource('a', { '/hello.yaml': hello });
    await load(source);
    await source.change({});
    await expect(listed()).resolves.toEqual({});

    await source.change({ '/hello.yaml': hello });

    await expect(listed()).resolves.toEqual({ hello: true });
  });

  it.each([
    ['{ "document": ', '/team/no-name.json', 'no-name'],
    ['', '/team/empty file.yaml', 'empty-file'],
    ['document: { name: "sp ace" }', '/x/spaced.yml', 'spaced'],
    ['document: { name: ok, namespace: "a b" }', '/x/y.yml', 'ok'],
    ['document: { name: ok, namespace: ops }', '/x/y.yml', 'ops.ok'],
    [`document: { name: ${'n'.repeat(300)} }`, '/x/long.yml', 'long'],
    ['{', 'https://host/a/b.yaml?ref=main', 'b'],
  ])('lists %j from %s as %s', async (text, location, id) => {
    await load(new FakeSource('a', { [location]: text }));

    await expect(listed()).resolves.toEqual({ [id]: false });
  });

  it('lets the first of two files have an id, by the order of sources', async () => {
    const text = hello.replace('Say hello', 'Another');

    await load(
      new FakeSource('a', { '/z/hello.yaml': hello }),
      new FakeSource('b', { '/a/hello.yaml': text, '/a/hello-2.yaml': broken }),
    );

    await expect(store.getCurrent('hello')).resolves.toMatchObject({
      title: 'Say hello',
      isValid: true,
    });
    await expect(store.getCurrent('hello-2')).resolves.toMatchObject({
      title: 'Another',
      isValid: false,
      problems: [
        {
          code: 'DUPLICATE_WORKFLOW',
          message: expect.stringContaining('/z/hello.yaml'),
        },
      ],
    });
  });

  it('lets the second have the id when the first is gone', async () => {
    const first = new FakeSource('a', { '/one.yaml': hello });
    await load(first, new FakeSource('b', { '/two.yaml': hello }));
    await expect(listed()).resolves.toEqual({ hello: true, two: false });

    await first.change({});

    await expect(listed()).resolves.toEqual({ hello: true });
  });

  it('forgets the workflows of sources that are no longer configured', async () => {
    await load(new FakeSource('a', { '/hello.yaml': hello }));

    await load(new FakeSource('b', { '/p.yaml': patient }));

    await expect(listed()).resolves.toEqual({ patient: true });
  });

  it('keeps the workflows of a source that fails, and loads the others', async () => {
    await load(new FakeSource('a', { '/hello.yaml': hello }));
    const failing: DefinitionSource = {
      name: 'a',
      connect: () => Promise.reject(new Error('unreachable')),
    };

    await load(failing, new FakeSource('b', { '/p.yaml': patient }));

    await expect(listed()).resolves.toEqual({ hello: true, patient: true });
    expect(logger.error).toHaveBeenCalledWith(
      'Workflow definitions of a could not be loaded: unreachable',
    );
  });

  it('loads the other files when the store refuses one', async () => {
    const publish = store.publish.bind(store);
    store.publish = async (definition, source) => {
      if (definition.workflowId === 'hello') throw new Error('refused');
      await publish(definition, source);
    };

    await load(
      new FakeSource('a', { '/hello.yaml': hello, '/p.yaml': patient }),
    );

    await expect(listed()).resolves.toEqual({ patient: true });
    expect(logger.error).toHaveBeenCalledWith(
      '/hello.yaml: the workflow hello could not be stored: refused',
    );
  });

  it('gives a text that comes from two places both times its own problems', async () => {
    await load(new FakeSource('a', { '/one.yaml': hello, '/two.yaml': hello }));

    await expect(listed()).resolves.toEqual({ hello: true, two: false });
  });
});

function filesOf(files: { [location: string]: string }) {
  return Object.entries(files).map(([location, text]) => ({ location, text }));
}
