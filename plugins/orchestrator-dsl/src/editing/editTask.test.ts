import * as fc from 'fast-check';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { pointerKeys } from '../jsonPointer';
import { editTask } from './editTask';
import { TaskEditError } from './TaskEdit';

const text = `# Greets people.
document:
  dsl: 1.0.3
  namespace: default
  name: greet
  version: 1.0.0
do:
  # Finds out who is there.
  - ask:
      set: { who: Ada } # the first one
      then: choose
  - choose:
      switch:
        - known: { when: .who, then: greet }
        - unknown: { then: end }
  - greet:
      do:
        - hello:
            set:
              text: |
                Hello
                you
`;

describe('editTask', () => {
  it('adds a task at the end of a list, and leaves every other line as it is', () => {
    const edited = editTask(text, {
      kind: 'add',
      container: '/do',
      name: 'rest',
      task: { wait: 'PT1S' },
    });
    expect(edited).toBe(`${text}  - rest:\n      wait: PT1S\n`);
  });

  it('adds a task at a place of a nested list, with its position', () => {
    const edited = editTask(text, {
      kind: 'add',
      container: '/do/2/greet/do',
      index: 0,
      name: 'rest',
      task: { wait: 'PT1S' },
      position: { x: 10, y: -5 },
    });
    expect(tasksOf(edited, '/do/2/greet/do')).toEqual(['rest', 'hello']);
    expect(edited).toContain('canvas: { x: 10, y: -5 }');
    expect(edited).toContain('# the first one');
  });

  it('changes what a task does where it differs, and keeps the comments of the rest', () => {
    const edited = editTask(text, {
      kind: 'change',
      pointer: '/do/0/ask',
      task: { set: { who: 'Ada' }, then: 'end' },
    });
    expect(edited).toBe(text.replace('then: choose', 'then: end'));
  });

  it('gives a task another name, also where the flow leads to it', () => {
    const edited = editTask(text, {
      kind: 'change',
      pointer: '/do/2/greet',
      name: 'welcome',
    });
    expect(edited).toBe(
      text
        .replace('  - greet:', '  - welcome:')
        .replace('then: greet', 'then: welcome'),
    );
  });

  it('leaves the name of another list alone', () => {
    const edited = editTask(text, {
      kind: 'change',
      pointer: '/do/2/greet/do/0/hello',
      name: 'greet',
    });
    expect(edited).toContain('then: greet');
    expect(tasksOf(edited, '/do/2/greet/do')).toEqual(['greet']);
  });

  it('moves a task into another list, with its comments', () => {
    const edited = editTask(text, {
      kind: 'move',
      pointer: '/do/0/ask',
      container: '/do/2/greet/do',
      index: 1,
    });
    expect(tasksOf(edited, '/do')).toEqual(['choose', 'greet']);
    expect(tasksOf(edited, '/do/1/greet/do')).toEqual(['hello', 'ask']);
    expect(edited).toContain('# the first one');
  });

  it('counts the place in the same list without the task that moves', () => {
    const move = {
      kind: 'move',
      pointer: '/do/0/ask',
      container: '/do',
    } as const;
    const edited = editTask(text, { ...move, index: 2 });
    expect(tasksOf(edited, '/do')).toEqual(['choose', 'greet', 'ask']);
  });

  it('removes a task with all that it holds', () => {
    const edited = editTask(text, { kind: 'remove', pointer: '/do/2/greet' });
    expect(tasksOf(edited, '/do')).toEqual(['ask', 'choose']);
  });

  it('keeps JSON as JSON', () => {
    const json = JSON.stringify(
      { do: [{ ask: { set: { a: '1.0' } } }] },
      null,
      4,
    );
    const edited = editTask(json, {
      kind: 'change',
      pointer: '/do/0/ask',
      name: 'tell',
    });
    expect(edited).toBe(`${json.replace('ask', 'tell')}\n`);
  });

  it('keeps lists that stand below their key where they stand', () => {
    const flat = 'do:\n- ask:\n    set: {}\n';
    const edited = editTask(flat, {
      kind: 'add',
      container: '/do',
      name: 'rest',
      task: { wait: 'PT1S' },
    });
    expect(edited).toBe(`${flat}- rest:\n    wait: PT1S\n`);
  });

  it('makes the list of a catch that had none', () => {
    const bare =
      'do:\n  - guard:\n      try:\n        - a:\n            set: {}\n      catch: {}\n';
    const edited = editTask(bare, {
      kind: 'add',
      container: '/do/0/guard/catch/do',
      name: 'mend',
      task: { set: {} },
    });
    expect(tasksOf(edited, '/do/0/guard/catch/do')).toEqual(['mend']);
  });

  it.each([
    ['no such task', { kind: 'remove', pointer: '/do/7/ask' }],
    ['no such name', { kind: 'remove', pointer: '/do/0/asks' }],
    ['not a task', { kind: 'remove', pointer: '/document' }],
    ['nothing at all', { kind: 'remove', pointer: '' }],
    [
      'no such list',
      { kind: 'add', name: 'a', task: {}, container: '/do/0/ask/set' },
    ],
    [
      'no such place',
      { kind: 'add', name: 'a', task: {}, container: '/do', index: 4 },
    ],
    [
      'into itself',
      {
        kind: 'move',
        pointer: '/do/2/greet',
        container: '/do/2/greet/do',
        index: 0,
      },
    ],
  ] as const)('says what is not there: %s', (_what, edit) => {
    expect(() => editTask(text, edit)).toThrow(TaskEditError);
  });

  it('gives back what it was told, for any names and values', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        (name, values) => {
          const edited = editTask(text, {
            kind: 'add',
            container: '/do',
            index: 1,
            name,
            task: { set: JSON.parse(JSON.stringify(values)) },
          });
          const task = parse(edited).do[1];
          expect(JSON.stringify(task)).toBe(
            JSON.stringify({ [name]: { set: values } }),
          );
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

/** Names of the tasks of a list. */
function tasksOf(edited: string, pointer: string): readonly string[] {
  const list = parseDocument(edited).getIn(pointerKeys(pointer));
  if (!isSeq(list)) return [];
  return list.items.filter(isMap).map(({ items: [{ key }] }) => String(key));
}
