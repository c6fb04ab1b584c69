import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShellEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  valueOf,
} from '../__testUtils__/activities';
import { ShellActivity } from './ShellActivity';

function effect(command: string, more: Partial<ShellEffect> = {}): ShellEffect {
  return {
    ...BASE,
    kind: 'shell',
    command,
    arguments: [],
    environment: {},
    return: 'stdout',
    ...more,
  };
}

describe('ShellActivity', () => {
  const activity = new ShellActivity({});

  it('gives a command stdin, arguments and environment', async () => {
    const command = 'echo "$(cat) $1 $2 $FOO"';
    const more = {
      stdin: 'Hello',
      arguments: ['Foo', 'B ar'],
      environment: { FOO: '1' },
    };
    expect(await valueOf(activity, effect(command, more))).toBe(
      'Hello Foo B ar 1\n',
    );
  });

  it('gives it no environment of the backend', async () => {
    expect(
      String(await valueOf(activity, effect('env'))).split('\n'),
    ).not.toContainEqual(expect.stringMatching(/^(HOME|NODE_ENV)=/));
  });

  it('says that it failed', async () => {
    const error = await errorOf(activity, effect('echo no >&2; exit 4'));
    expect(error?.detail).toBe('The command exited with 4: no');
  });

  it('starts nothing while the lease is in doubt', async () => {
    const mark = join(tmpdir(), `shell-activity-${randomUUID()}`);
    const touch = effect(`touch ${mark}`);
    expect(await errorOf(activity, touch, inDoubt())).toBeDefined();
    expect(existsSync(mark)).toBe(false);
  });

  it('says that there is no shell', async () => {
    const shellless = new ShellActivity({ shell: '/bin/no-shell' });
    expect((await errorOf(shellless, effect('true')))?.detail).toContain(
      'no program /bin/no-shell',
    );
  });

  it('leaves no process of a command that is cancelled', async () => {
    const controller = new AbortController();
    const running = activity.execute(
      effect('sleep 60 & echo $! >&2; wait', { return: 'stderr' }),
      activityContext(controller.signal),
    );
    setTimeout(() => controller.abort(), 200);
    expect((await running).outcome).toMatchObject({ ok: false });
  });

  it('does not wait for what a command leaves behind, and ends it', async () => {
    const pid = Number(await valueOf(activity, effect('sleep 60 & echo $!')));
    const state = `ps -o stat= -p ${pid} || true`;
    expect(await valueOf(activity, effect(state))).toMatch(/^Z?[^S]*$/);
  });
});
