import type { JsonSchema } from '../WorkflowDefinition';

/** The decisions of an approval that names none; the first one lets it pass. @public */
export const DEFAULT_DECISIONS = ['approve', 'reject'] as const;

const text = (description: string, maxLength: number): JsonSchema => ({
  type: 'string',
  description,
  minLength: 1,
  maxLength,
});

const inputSchema: JsonSchema = {
  type: 'object',
  required: ['title', 'approvers'],
  additionalProperties: false,
  properties: {
    title: text('The question, in one line.', 200),
    description: text('What is to be known to decide it; Markdown.', 20_000),
    approvers: {
      type: 'array',
      description:
        'Who may decide: entity refs of users and groups, such as user:default/jane or group:default/dba.',
      items: { type: 'string' },
      minItems: 1,
      maxItems: 100,
    },
    decisions: {
      type: 'array',
      description:
        'What can be decided. The first needs as many people as `required` says, any other is taken as soon as one decides so.',
      items: { type: 'string', minLength: 1, maxLength: 40 },
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      default: DEFAULT_DECISIONS,
    },
    required: {
      type: 'integer',
      description: 'How many people must decide for the first decision.',
      minimum: 1,
      maximum: 100,
      default: 1,
    },
    excludeInitiator: {
      type: 'boolean',
      description: 'Whether who has started the run may not decide.',
      default: false,
    },
    form: {
      type: ['object', 'boolean'],
      description:
        'JSON Schema of what is to be filled in with the first decision, and may be with any other.',
    },
    due: {
      type: ['string', 'object'],
      description:
        'When it is late: a time, such as 2026-12-24T12:00:00Z, or the time that there is, such as P3D or { days: 3 }.',
    },
  },
};

const voteProperties = {
  decision: { type: 'string' },
  by: { type: 'string', description: 'Entity ref of who has decided.' },
  comment: { type: 'string' },
  data: { description: 'What was filled in.' },
  decidedAt: { type: 'string', format: 'date-time' },
} as const;

const outputSchema: JsonSchema = {
  type: 'object',
  description: 'The decision that counts, and all that were made.',
  required: ['decision', 'by', 'decidedAt', 'votes'],
  properties: {
    ...voteProperties,
    votes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['decision', 'by', 'decidedAt'],
        properties: voteProperties,
      },
    },
  },
};

/**
 * The function `approval` of the default catalog: asks people, and gives what they decide. It is part of the language here, as
 * a run that waits for people has to be parked; every deployment has it.
 *
 * @public
 */
export const approvalFunction = {
  name: 'approval',
  title: 'Ask for an approval',
  description: 'Asks users and groups, waits, and gives what they decide.',
  inputSchema,
  outputSchema,
} as const;
