/* eslint-disable jest/no-export -- what runs the tables of cases that stand in test files */
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  runInMemory,
  workflowText,
  type InMemoryRun,
  type Residency,
} from './runInMemory';

/** What a task does in one situation. */
export interface Case extends Omit<InMemoryRun, 'definition' | 'residency'> {
  /** A sentence without its subject, the task. */
  readonly does: string;
  /** YAML of the workflow's tasks. */
  readonly tasks: string;
  /** YAML between `document` and `do`. */
  readonly rest?: string;
  readonly output?: Json;
  /** Members of the error with which the instance fails. */
  readonly error?: { readonly [member: string]: unknown };
  /** What is called, in order. */
  readonly calls?: readonly string[];
  /** Members of the effects that are asked for, in order. */
  readonly effects?: readonly unknown[];
  /** Members of the instances that are started. */
  readonly children?: readonly unknown[];
  readonly elapsedMs?: number;
  /** `type key` of entries that are in the log, in this order. */
  readonly history?: readonly string[];
}

/** Cases by what they are about. */
export type CaseTable = { readonly [section: string]: readonly Case[] };

/** Runs each case twice: resident to the end, and replayed after every commit as if the process had died there. */
export function runCases(cases: CaseTable): void {
  describe.each<Residency>(['resident', 'replaying'])('%s', residency => {
    describe.each(Object.entries(cases))('%s', (_section, table) => {
      it.each(table)('$does', async testCase => {
        const { tasks, rest, ...run } = testCase;
        const report = await runInMemory({
          ...run,
          definition: workflowText(tasks, rest),
          residency,
        });
        expect({
          ...report,
          effects: madeOnce(report.calls.calls.map(({ effect }) => effect)),
        }).toMatchObject(expectedReport(testCase));
        expect(report.history).toEqual(
          expect.arrayContaining([...(testCase.history ?? [])]),
        );
      });
    });
  });
}

/** A call that was under way when its process died is made again. */
function madeOnce<T extends { readonly id: string }>(effects: readonly T[]) {
  return [...new Map(effects.map(effect => [effect.id, effect])).values()];
}

function expectedReport(testCase: Case) {
  const { output, error, calls, effects, children, elapsedMs } = testCase;
  return {
    status: error ? 'failed' : 'completed',
    error: error && expect.objectContaining(error),
    ...(output !== undefined && { output }),
    ...(calls && { calls: { targets: calls } }),
    ...(effects && { effects }),
    ...(children && { children }),
    ...(elapsedMs !== undefined && { elapsedMs }),
  };
}
