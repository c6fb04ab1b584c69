import type { GraphNode } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  answerProblem,
  mockable,
  mocksOf,
  realCalls,
  sampleAnswers,
  type AnswerKind,
} from './mocks';

function node(id: string, kind: string): GraphNode {
  return { id, kind, title: id, container: '/do', extensions: [] };
}

const nodes = [
  node('/do/0/guard', 'try'),
  node('/do/0/guard/try/0/charge', 'call'),
  node('/do/1/note', 'set'),
  node('/do/2/wait', 'listen'),
];

function entry(task: string, kind: AnswerKind, text = sampleAnswers[kind]) {
  return { id: 1, task, kind, text };
}

describe('mocks', () => {
  it('answer tasks that call or listen', () => {
    expect(mockable(nodes).map(({ id }) => id)).toEqual([
      '/do/0/guard/try/0/charge',
      '/do/2/wait',
    ]);
  });

  it('are sent by the pointers of their tasks', () => {
    expect(
      mocksOf([
        entry('/do/2/wait', 'events', '[]'),
        entry('/x', 'output', '3'),
      ]),
    ).toEqual({ '/do/2/wait': { events: [] }, '/x': { output: 3 } });
  });

  it.each<[AnswerKind, string, RegExp]>([
    ['output', '{', /not JSON/],
    ['events', '{}', /JSON list/],
    ['error', '{"status": 500}', /a type and a status/],
    ['error', '"no"', /a type and a status/],
  ])('refuse as %s: %s', (kind, text, problem) => {
    expect(answerProblem(entry('/x', kind, text))).toMatch(problem);
  });

  it.each<AnswerKind>(['output', 'error', 'events'])(
    'begin with an %s that is one',
    kind => expect(answerProblem(entry('/x', kind))).toBeUndefined(),
  );

  it('leave the calls of a task real that they do not answer, those within it too', () => {
    const charge = nodes[1];
    expect(realCalls(nodes, '/do/0/guard', [])).toEqual([charge]);
    expect(realCalls(nodes, charge.id, [])).toEqual([charge]);
    expect(realCalls(nodes, charge.id, [entry(charge.id, 'output')])).toEqual(
      [],
    );
    expect(realCalls(nodes, '/do/1/note', [])).toEqual([]);
  });
});
