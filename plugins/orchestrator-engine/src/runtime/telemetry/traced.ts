import { hash } from 'node:crypto';
import {
  context,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ActivityResult } from '../../activities/ActivityExecutor';
import type { ActivityEffect } from '../../interpreter/DurableHost';
import type { Clock } from '../Clock';
import type { Telemetry } from './Telemetry';

const TRACER = 'orchestrator';

/**
 * Runs an activity within a span of its instance's trace, and measures how long it takes.
 *
 * All activities of an instance are in one trace, whichever process carries them out: that of the request that started it, else one
 * whose id comes of the instance's.
 *
 * @param execute - is given the span as W3C Trace Context has it, to tell whom it calls
 */
export async function traced(
  call: {
    readonly instanceId: string;
    readonly workflowId: string;
    /** Of the request that started the instance. */
    readonly traceparent?: string;
    readonly effect: ActivityEffect;
  },
  {
    telemetry,
    clock,
  }: { readonly telemetry: Telemetry; readonly clock: Clock },
  execute: (traceparent: string) => Promise<ActivityResult>,
): Promise<ActivityResult> {
  const { instanceId, workflowId, traceparent, effect } = call;
  const { kind, taskKey } = effect;
  const span = trace.getTracer(TRACER).startSpan(
    `orchestrator ${kind}`,
    {
      attributes: {
        'orchestrator.instance.id': instanceId,
        'orchestrator.workflow.id': workflowId,
        ...(taskKey !== undefined && taskAttributes(taskKey)),
      },
    },
    trace.setSpanContext(context.active(), traceOf(instanceId, traceparent)),
  );
  const startedAt = clock.now();
  const result = await execute(traceparentOf(span));
  const { ok } = result.outcome;
  if (!ok) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
  const durationMs = clock.now() - startedAt;
  telemetry.measure('orchestrator.activity.duration', durationMs, { kind, ok });
  return result;
}

/** Never what is called: addresses can hold secrets. */
function taskAttributes(taskKey: string) {
  const { ref, attempt = 1 } = parseTaskKey(taskKey);
  return {
    'orchestrator.task.ref': ref,
    'orchestrator.task.key': taskKey,
    'orchestrator.task.attempt': attempt,
  };
}

/** A span as W3C Trace Context has it, version 00: ids of zeros are none. */
const SPAN =
  /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Whether a text names a span. */
export function isTraceparent(text: string): boolean {
  return SPAN.test(text);
}

/** The root of an instance's trace: the same in every process. @param traceparent - of the request that started the instance */
export function traceOf(instanceId: string, traceparent = ''): SpanContext {
  const [, traceId, spanId, flags] = SPAN.exec(traceparent) ?? [];
  return traceId
    ? { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true }
    : ownTraceOf(instanceId);
}

function ownTraceOf(instanceId: string): SpanContext {
  const hex = hash('sha256', instanceId);
  return {
    traceId: hex.slice(0, 32),
    spanId: hex.slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  };
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const flags = traceFlags.toString(16).padStart(2, '0');
  return `00-${traceId}-${spanId}-${flags}`;
}
