import {
  approvalFunction,
  approverRef,
  DEFAULT_DECISIONS,
  dueTime,
  InvalidSchemaError,
  validateValue,
  type CallFunctionTask,
  type Json,
  type JsonSchema,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { deterministicId } from '../deterministicId';
import type { ApprovalEffect } from '../effects';
import { fill } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { standardError } from '../WorkflowError';
import { performOnly } from './performOnly';

/** What a call of `approval` is given, as {@link approvalFunction} has it. */
interface ApprovalInput {
  readonly title: string;
  readonly description?: string;
  readonly approvers: readonly string[];
  readonly decisions?: readonly string[];
  readonly required?: number;
  readonly excludeInitiator?: boolean;
  readonly form?: JsonSchema;
  readonly due?: Json;
}

/** Asks people, and gives what they decide: a refusal is an output like any other. */
export function* runApproval(
  task: CallFunctionTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  return {
    output: yield* performOnly('call', taskRun, () =>
      approvalOf(task, taskRun),
    ),
  };
}

function approvalOf(
  task: CallFunctionTask,
  { key, on, run }: TaskRun,
): ApprovalEffect {
  const input = requireInput(fill(task.with ?? {}, on));
  const id = `${key}:approval`;
  return {
    kind: 'approval',
    id,
    taskKey: key,
    approvalId: deterministicId(JSON.stringify([run.start.instanceId, id])),
    ...requestOf(input, run.now),
  };
}

function requestOf(
  { due, approvers, form, ...input }: ApprovalInput,
  now: number,
): Omit<ApprovalEffect, 'kind' | 'id' | 'taskKey' | 'approvalId'> {
  if (form !== undefined) requireForm(form);
  const dueAt = due === undefined ? undefined : requireTime(due, now);
  return {
    title: input.title,
    description: input.description,
    approvers: [...new Set(approvers.map(requireRef))],
    decisions: input.decisions ?? DEFAULT_DECISIONS,
    required: input.required ?? 1,
    excludeInitiator: input.excludeInitiator ?? false,
    formSchema: form,
    dueAt,
  };
}

function requireInput(input: Json): ApprovalInput {
  const violations = validateValue(approvalFunction.inputSchema, input);
  if (violations.length === 0) return input as unknown as ApprovalInput;
  const faults = violations.map(({ pointer, message }) =>
    pointer ? `${pointer} ${message}` : message,
  );
  throw invalid(faults.join('; '));
}

function requireRef(text: string): string {
  const ref = approverRef(text);
  if (ref !== undefined) return ref;
  throw invalid(
    `/approvers: \`${text}\` is no entity ref of a user or a group`,
  );
}

function requireTime(due: Json, now: number): number {
  const time = dueTime(due, now);
  if (time !== undefined) return time;
  throw invalid(
    `/due must be a time such as 2026-12-24T12:00:00Z or a duration such as P3D, not ${JSON.stringify(
      due,
    )}`,
  );
}

function requireForm(form: JsonSchema) {
  try {
    validateValue(form, null);
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    throw invalid(`/form is no valid JSON Schema: ${error.message}`);
  }
}

function invalid(faults: string) {
  return standardError(
    'validation',
    `The input of approval is not valid: ${faults}`,
  );
}
