import type { FakeWorkflow } from '../src/__testUtils__/FakeOrchestratorClient';

const base = {
  namespace: 'default',
  version: '1.0.0',
  format: 'yaml',
  valid: true,
  problems: [],
  tags: [],
} as const;

/** A workflow with one field. */
const hello: FakeWorkflow = {
  ...base,
  workflowId: 'hello',
  name: 'hello',
  title: 'Say hello',
  description: 'Greets who you name, as often as you like.',
  tags: ['example'],
  problems: [],
  inputSchema: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', minLength: 1 },
      times: { type: 'integer', title: 'Times', minimum: 1, default: 1 },
    },
  },
};

/** A workflow whose form uses most of what a schema can say, in steps. */
const release: FakeWorkflow = {
  ...base,
  workflowId: 'release',
  name: 'release',
  title: 'Release a service',
  description: 'Builds, checks and publishes a service.',
  tags: ['example', 'ci'],
  problems: [],
  inputSchema: {
    type: 'object',
    required: ['service', 'safety'],
    properties: {
      service: {
        type: 'object',
        title: 'Service',
        description: 'What is released.',
        required: ['name', 'level'],
        properties: {
          name: {
            type: 'string',
            title: 'Service name',
            description: 'As the catalog has it.',
            pattern: '^[a-z-]+$',
          },
          level: {
            type: 'string',
            title: 'Level',
            enum: ['patch', 'minor', 'major'],
          },
          version: { type: 'number', title: 'Weight', maximum: 10 },
          tags: {
            type: 'array',
            title: 'Tags',
            items: { type: 'string' },
          },
          owner: {
            type: 'object',
            title: 'Owner',
            properties: {
              email: { type: 'string', format: 'email', title: 'E-mail' },
              since: { type: 'string', format: 'date', title: 'Since' },
            },
          },
        },
      },
      safety: {
        type: 'object',
        title: 'Safety',
        properties: {
          backup: { type: 'boolean', title: 'Backup first', default: true },
          target: {
            title: 'Backup target',
            oneOf: [
              {
                title: 'Bucket',
                type: 'object',
                required: ['bucket'],
                properties: { bucket: { type: 'string', title: 'Bucket' } },
              },
              {
                title: 'Folder',
                type: 'object',
                required: ['path'],
                properties: { path: { type: 'string', title: 'Path' } },
              },
            ],
          },
          notes: {
            type: 'string',
            title: 'Notes',
            'ui:widget': 'textarea',
          },
        },
      },
    },
  },
};

/** A workflow that says nothing about its input. */
const audit: FakeWorkflow = {
  ...base,
  workflowId: 'catalog-audit',
  name: 'catalog-audit',
  title: 'Audit the catalog',
  description: 'Checks every component for an owner, a lifecycle and docs.',
  problems: [],
  tags: [],
};

/** A workflow that calls a service which fails now and then. */
const flaky: FakeWorkflow = {
  ...base,
  workflowId: 'flaky-call',
  name: 'flaky-call',
  title: 'Call a flaky service',
  description: 'Retries with back-off.',
  problems: [],
  tags: [],
};

/** A definition with a mistake. */
const broken: FakeWorkflow = {
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
      line: 10,
      column: 11,
      suggestion: 'method',
    },
  ],
  source: `document:
  dsl: 1.0.3
  namespace: default
  name: nightly-report
  version: 1.0.0
do:
  - fetch:
      call: http
      with:
          methd: get
          endpoint: https://example.com/report
`,
};

/** The definitions of the development app. */
export const workflows = [hello, release, audit, flaky, broken];
