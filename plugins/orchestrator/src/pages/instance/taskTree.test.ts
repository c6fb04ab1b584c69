import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { leavesOf, taskTree, type TreeNode } from './taskTree';
import { visibleRows } from './visibleRows';

function treeOf(...tasks: readonly (readonly [key: string, kind: string])[]) {
  const log = new InstanceLog('i', 'w', '2026-01-01T10:00:00Z');
  for (const [task, kind] of tasks) {
    log.add({
      type: 'task.started',
      task,
      data: { kind, input: { value: {} } },
    });
  }
  return taskTree(foldEvents(log.events).tasks);
}

/** A tree as indented keys. */
function drawn(nodes: readonly TreeNode[], depth = 0): readonly string[] {
  return nodes.flatMap(node => [
    `${'  '.repeat(depth)}${node.key}`,
    ...drawn(node.children, depth + 1),
  ]);
}

const noChange = { toggled: new Set<string>(), limits: new Map() };

describe('taskTree', () => {
  it('puts a task below the task that contains it', () => {
    expect(
      drawn(
        treeOf(
          ['/do/0/guard', 'try'],
          ['/do/0/guard/try/0/fetch', 'call'],
          ['/do/0/guard/try/0/fetch[a2]', 'call'],
          ['/do/1/done', 'set'],
        ),
      ),
    ).toEqual([
      '/do/0/guard',
      '  /do/0/guard/try/0/fetch',
      '  /do/0/guard/try/0/fetch[a2]',
      '/do/1/done',
    ]);
  });

  it('groups the passes of a loop when a pass has several tasks', () => {
    expect(
      drawn(
        treeOf(
          ['/do/0/each', 'for'],
          ['/do/0/each/do/0/fetch[0]', 'call'],
          ['/do/0/each/do/1/check[0]', 'set'],
          ['/do/0/each/do/0/fetch[1]', 'call'],
        ),
      ),
    ).toEqual([
      '/do/0/each',
      '  /do/0/each#0',
      '    /do/0/each/do/0/fetch[0]',
      '    /do/0/each/do/1/check[0]',
      '  /do/0/each/do/0/fetch[1]',
    ]);
  });

  it('keeps the passes of nested loops apart', () => {
    expect(
      drawn(
        treeOf(
          ['/do/0/outer', 'for'],
          ['/do/0/outer/do/0/inner[0]', 'for'],
          ['/do/0/outer/do/0/inner/do/0/leaf[0.0]', 'set'],
          ['/do/0/outer/do/0/inner[1]', 'for'],
          ['/do/0/outer/do/0/inner/do/0/leaf[1.0]', 'set'],
        ),
      ),
    ).toEqual([
      '/do/0/outer',
      '  /do/0/outer/do/0/inner[0]',
      '    /do/0/outer/do/0/inner/do/0/leaf[0.0]',
      '  /do/0/outer/do/0/inner[1]',
      '    /do/0/outer/do/0/inner/do/0/leaf[1.0]',
    ]);
  });

  it('counts what works, not what contains it', () => {
    const tree = treeOf(['/do/0/guard', 'try'], ['/do/0/guard/try/0/a', 'set']);
    expect(leavesOf(tree).map(task => task.name)).toEqual(['a']);
  });
});

it('draws few rows of a loop with two thousand passes', () => {
  const passes = Array.from(
    { length: 2000 },
    (_, pass) => [`/do/0/each/do/0/fetch[${pass}]`, 'call'] as const,
  );
  const tree = treeOf(['/do/0/each', 'for'], ...passes);
  expect(visibleRows(tree, noChange)).toHaveLength(1);

  const opened = { ...noChange, toggled: new Set(['/do/0/each']) };
  const rows = visibleRows(tree, opened);
  expect(rows).toHaveLength(52);
  expect(rows.at(-1)).toMatchObject({ kind: 'more', shown: 50, total: 2000 });
});
