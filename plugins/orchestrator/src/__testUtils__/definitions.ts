import type { FakeWorkflow } from './FakeContent';

const base = {
  namespace: 'default',
  version: '1.0.0',
  format: 'yaml',
  tags: [],
} as const;

/** A workflow that can run, with the given input schema or without. */
export function runnable(
  workflowId: string,
  inputSchema?: FakeWorkflow['inputSchema'],
): FakeWorkflow {
  return {
    ...base,
    workflowId,
    name: workflowId,
    valid: true,
    problems: [],
    tags: [],
    inputSchema,
  };
}

/** A workflow whose definition has a mistake in line 12. */
export const brokenWorkflow: FakeWorkflow = {
  ...base,
  workflowId: 'nightly-report',
  name: 'nightly-report',
  valid: false,
  tags: [],
  problems: [
    {
      code: 'UNKNOWN_PROPERTY',
      severity: 'error',
      message: 'a call has no property "methd"',
      pointer: '/do/0/fetch/with/methd',
      line: 12,
      column: 11,
    },
  ],
  source: 'document:\n  dsl: 1.0.3\n',
};
