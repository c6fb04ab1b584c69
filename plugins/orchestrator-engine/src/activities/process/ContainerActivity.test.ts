import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContainerEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  valueOf,
} from '../__testUtils__/activities';
import { ContainerActivity } from './ContainerActivity';
import type { ContainerOptions } from './ProcessOptions';

/** Takes the arguments of `docker`: writes them down; runs a command of an image called `host` here. */
const FAKE = `#!/bin/sh
printf '%s\\n' "$*" >> "$LOG"
case "$1" in run) ;; *) exit 0 ;; esac
for last in "$@"; do :; done
case "$*" in *slow*) sleep 60 ;; *broken*) echo 'no such image' >&2; exit 125 ;; esac
cat
echo "$FOO"
`;

describe('ContainerActivity', () => {
  let folder: string;
  let program: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fake-docker-'));
    program = join(folder, 'docker');
    await writeFile(program, FAKE);
    await chmod(program, 0o755);
  });

  afterEach(() => rm(folder, { recursive: true }));

  function activity(options: ContainerOptions = {}) {
    const environment = { LOG: join(folder, 'log') };
    return new ContainerActivity({ program, environment, ...options });
  }

  const commands = async () =>
    (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');

  async function untilLastCommand(pattern: RegExp) {
    const last = async () => (await commands().catch(() => [''])).pop() ?? '';
    while (!pattern.test(await last())) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  function effect(more: Partial<ContainerEffect> = {}): ContainerEffect {
    return {
      ...BASE,
      kind: 'container',
      image: 'alpine',
      arguments: [],
      environment: {},
      ports: {},
      volumes: {},
      pullPolicy: 'ifNotPresent',
      return: 'stdout',
      ...more,
    };
  }

  it('neither runs nor removes anything while the lease is in doubt', async () => {
    const named = effect({ name: 'mine' });
    expect(await errorOf(activity(), named, inDoubt())).toBeDefined();
    await expect(commands()).rejects.toThrow('ENOENT');
  });

  it('runs an image with all that the task says', async () => {
    const value = await valueOf(
      activity({ allowedVolumes: ['/data'] }),
      effect({
        name: 'mine',
        command: 'cat $1',
        arguments: ['Foo'],
        stdin: 'Hello ',
        environment: { FOO: 'bar', DOCKER_HOST: 'inside' },
        ports: { 8080: 80 },
        volumes: { '/data/x': '/x' },
        pullPolicy: 'always',
        lifetime: { cleanup: 'always' },
      }),
    );
    expect(value).toBe('Hello bar\n');
    expect(await commands()).toEqual([
      'run --interactive --name=mine --pull=always --rm --publish=8080:80 --volume=/data/x:/x --env=FOO --env=DOCKER_HOST=inside -- alpine sh -c cat $1 sh Foo',
    ]);
  });

  it('removes a container after its time', async () => {
    const lifetime = { cleanup: 'eventually', afterMs: 10 } as const;
    await valueOf(activity(), effect({ name: 'mine', lifetime }));
    await untilLastCommand(/^rm --force mine$/);
    expect((await commands()).pop()).toBe('rm --force mine');
  });

  it('removes a container that is cancelled', async () => {
    const controller = new AbortController();
    const running = errorOf(
      activity(),
      effect({ name: 'mine', image: 'slow' }),
      activityContext(controller.signal),
    );
    await untilLastCommand(/^run .*slow/);
    controller.abort();
    expect((await running)?.detail).toContain('cancelled');
    expect((await commands()).pop()).toBe('rm --force mine');
  });

  it('says that it failed', async () => {
    const error = await errorOf(activity(), effect({ image: 'broken' }));
    expect(error?.detail).toBe(
      'The container broken exited with 125: no such image',
    );
  });

  it.each<[Partial<ContainerEffect>, RegExp]>([
    [{ image: 'evil/image' }, /image evil\/image is not allowed/],
    [{ volumes: { '/etc': '/x' } }, /volume \/etc is not allowed/],
    [{ volumes: { '/data/../etc': '/x' } }, /is not allowed/],
  ])('refuses %j', async (more, detail) => {
    const limited = activity({
      allowedImages: ['alpine', 'good/*:1'],
      allowedVolumes: ['/data'],
    });
    expect(await errorOf(limited, effect(more))).toMatchObject({
      status: 403,
      detail: expect.stringMatching(detail),
    });
    expect(
      await errorOf(limited, effect({ image: 'good/a/b:1' })),
    ).toBeUndefined();
  });

  it('says that there is no command line', async () => {
    const error = await errorOf(activity({ program: 'no-docker' }), effect());
    expect(error?.detail).toContain('There is no program no-docker');
  });
});
