import express from 'express';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import type { ScriptEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers } from '../__testUtils__/servers';
import { Documents } from '../documents/Documents';
import type { ScriptOptions } from './ProcessOptions';
import { ScriptActivity } from './ScriptActivity';

const servers = new Servers();
const documents = new Documents({ http: loopbackHttp() });

function activity(options: ScriptOptions = {}) {
  return new ScriptActivity({ documents, ...options });
}

function effect(
  language: ScriptEffect['language'],
  code: ScriptEffect['code'],
  more: Partial<ScriptEffect> = {},
): ScriptEffect {
  return {
    ...BASE,
    kind: 'script',
    language,
    code,
    arguments: [],
    environment: {},
    return: 'stdout',
    ...more,
  };
}

/** Scripts that do the same in each language. */
const scripts = {
  js: {
    echo: `
      import { readFileSync } from 'node:fs';
      const [_, __, ...args] = process.argv;
      const stdin = readFileSync(process.stdin.fd, 'utf8');
      console.log(JSON.stringify({ stdin, args, environment: process.env }));`,
    fail: `console.log('so far'); console.error('went wrong'); process.exit(3);`,
    forever: `for (;;) {}`,
    hungry: `const all = []; for (;;) all.push(new Array(1e5).fill(all.length));`,
    talkative: `const text = 'x'.repeat(1e5); for (;;) process.stdout.write(text);`,
    cwd: `console.log(process.cwd())`,
    attempts: {
      file: `require('fs').readFileSync('/etc/passwd')`,
      environ: `require('fs').readFileSync('/proc/self/environ')`,
      writing: `require('fs').writeFileSync('x', 'x')`,
      process: `require('child_process').execSync('id')`,
      thread: `new (require('worker_threads').Worker)('1', { eval: true })`,
      network: `require('net').connect(PORT, '127.0.0.1').on('error', () => {})`,
      hidden: `process.getBuiltinModule('net')`,
      fetching: `fetch('http://127.0.0.1:PORT')`,
      killing: `process.kill(process.ppid, 0)`,
    },
  },
  python: {
    echo: `
import json, os, sys
print(json.dumps({'stdin': sys.stdin.read(), 'args': sys.argv[1:], 'environment': dict(os.environ)}))`,
    fail: `
import sys
print('so far'); print('went wrong', file=sys.stderr); sys.exit(3)`,
    forever: `while True: pass`,
    hungry: `x = [0]\nwhile True: x = x + x`,
    talkative: `while True: print('x' * 100000)`,
    cwd: `
import os
print(os.getcwd())`,
    attempts: {
      file: `open('/etc/passwd')`,
      environ: `open('/proc/self/environ')`,
      writing: `open('x', 'w')`,
      process: `import subprocess; subprocess.run(['id'])`,
      system: `import os; os.system('id')`,
      fork: `import os; os.fork()`,
      network: `import socket; socket.create_connection(('127.0.0.1', PORT))`,
      native: `import ctypes`,
      listing: `import os; os.listdir('/')`,
      killing: `import os; os.kill(os.getppid(), 0)`,
      unhooking: `import gc; gc.get_objects()`,
    },
  },
};

const languages = ['js', 'python'] as const;
const attempts = languages.flatMap(language =>
  Object.entries(scripts[language].attempts).map(
    ([name, code]) => [language, name, code] as const,
  ),
);

describe('ScriptActivity', () => {
  afterAll(() => servers.close());

  describe.each(languages)('%s', language => {
    const { echo, fail, forever, hungry, talkative, cwd } = scripts[language];

    it('gets stdin, arguments and environment, and nothing else', async () => {
      const value = await valueOf(
        activity(),
        effect(language, echo, {
          stdin: 'Hällo',
          arguments: ['a b', '$(id)'],
          environment: { FOO: 'bar' },
        }),
      );
      const { environment, ...rest } = JSON.parse(String(value));
      expect(rest).toEqual({ stdin: 'Hällo', args: ['a b', '$(id)'] });
      expect(environment).toMatchObject({ FOO: 'bar' });
      expect(Object.keys(environment)).not.toContain('PATH');
    });

    it.each([
      ['all', { code: 3, stdout: 'so far\n', stderr: 'went wrong\n' }],
      ['code', 3],
      ['stderr', 'went wrong\n'],
    ] as const)('gives %s of a script that fails', async (wanted, expected) => {
      expect(
        await valueOf(activity(), effect(language, fail, { return: wanted })),
      ).toEqual(expected);
    });

    it.each(['stdout', 'none'] as const)(
      'fails with what stderr says when %s is wanted',
      async wanted => {
        const failing = effect(language, fail, { return: wanted });
        expect(await errorOf(activity(), failing)).toMatchObject({
          type: expect.stringMatching(/runtime$/),
          detail: `The ${language} script exited with 3: went wrong`,
        });
      },
    );

    it('ends after its time', async () => {
      const error = await errorOf(
        activity({ timeoutMs: 500 }),
        effect(language, forever),
      );
      expect(error).toMatchObject({
        status: 408,
        detail: expect.stringContaining('longer than 500 ms'),
      });
    });

    it('ends when it is cancelled', async () => {
      const controller = new AbortController();
      const running = errorOf(
        activity(),
        effect(language, forever),
        activityContext(controller.signal),
      );
      setTimeout(() => controller.abort(), 300);
      expect((await running)?.detail).toContain('cancelled');
    });

    it('ends when it uses too much memory', async () => {
      const error = await errorOf(
        activity({ memoryBytes: 64 * 1024 * 1024 }),
        effect(language, hungry),
      );
      expect(error?.detail).toBe(`The ${language} script ran out of memory`);
    });

    it('ends when it writes too much', async () => {
      const error = await errorOf(
        activity({ maxOutputBytes: 1000 }),
        effect(language, talkative),
      );
      expect(error?.detail).toContain('more than 1000 bytes');
    });

    it('leaves nothing behind', async () => {
      const directory = String(
        await valueOf(activity(), effect(language, cwd)),
      );
      const [name] = directory.trim().split('/').slice(-2);
      expect(name).toMatch(/^orchestrator-process-/);
      expect(await readdir(tmpdir())).not.toContain(name);
    });
  });

  it.each(attempts)(
    '%s: has no access to %s',
    async (language, _name, code) => {
      let connections = 0;
      const server = createServer(() => (connections += 1)).listen(
        0,
        '127.0.0.1',
      );
      await new Promise(resolve => server.once('listening', resolve));
      const port = String((server.address() as AddressInfo).port);
      const script = code.replace('PORT', port);
      const error = await errorOf(activity(), effect(language, script));
      server.close();
      expect(error?.detail).toMatch(
        /no access|ERR_ACCESS_DENIED|ReferenceError: fetch|kill is not a function/,
      );
      expect(connections).toBe(0);
    },
  );

  it.each([
    ['js', 'console.log(1)'],
    ['python', 'print(1)'],
  ] as const)(
    'runs no %s while the lease is in doubt',
    async (language, code) => {
      const script = effect(language, code);
      expect(await valueOf(activity(), script)).toBe('1\n');
      const error = await errorOf(activity(), script, inDoubt());
      expect(error?.detail).toContain('The lease is in doubt');
    },
  );

  it('runs CommonJS as well as modules', async () => {
    const code = `const { sep } = require('path'); console.log(sep)`;
    expect(await valueOf(activity(), effect('js', code))).toBe('/\n');
  });

  it('runs a script of another place', async () => {
    const app = express();
    app.get('/script.py', (_req, res) => res.send('print(1 + 1)'));
    const uri = `${await servers.serve(app)}/script.py`;
    expect(await valueOf(activity(), effect('python', { uri }))).toBe('2\n');
  });

  it('cannot be told by its environment to do other things', async () => {
    const environment = { NODE_OPTIONS: '--allow-fs-read=*' };
    expect(
      await errorOf(activity(), effect('js', '1', { environment })),
    ).toMatchObject({ status: 400 });
  });

  it('keeps secrets of its environment out of its error', async () => {
    const error = await errorOf(
      activity(),
      effect('js', 'throw new Error(process.env.API_TOKEN)', {
        environment: { API_TOKEN: 'very-secret' },
      }),
    );
    expect(error?.detail).toContain('Error: ***');
    expect(error?.detail).not.toContain('very-secret');
  });

  it('says that there is no interpreter', async () => {
    const error = await errorOf(
      activity({ python: 'python9' }),
      effect('python', '1'),
    );
    expect(error).toMatchObject({
      type: expect.stringMatching(/configuration$/),
      detail: expect.stringContaining('There is no python9'),
    });
  });
});
