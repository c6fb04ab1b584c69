import type {
  Actor,
  InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ApprovalStatus } from '../ApprovalStore';
import type { JobAction, JobOutcome, JobStatus } from '../JobStore';

/** 64-bit integers come from Postgres as text. */
export type Millis = number | string;

/** A row of `definitions`. */
export interface DefinitionRow {
  workflow_id: string;
  hash: string;
  namespace: string;
  name: string;
  version: string;
  title: string | null;
  description: string | null;
  format: 'yaml' | 'json';
  source_text: string;
  is_valid: boolean | number;
  problems: string;
  loaded_at: Millis;
}

/** A row of `workflows`. */
export interface WorkflowRow {
  id: string;
  hash: string;
  source: string;
  updated_at: Millis;
  /** Of the definition, or the name. */
  title: string;
  owner: string | null;
  /** JSON list. */
  tags: string;
}

/** A row of `workflow_settings`. */
export interface WorkflowSettingsRow {
  workflow_id: string;
  title: string | null;
  /** JSON list. */
  tags: string | null;
  is_enabled: boolean | number;
}

/** A row of `workflow_tags`. */
export interface WorkflowTagRow {
  tag: string;
  workflow_id: string;
}

/** A row of `workers`. */
export interface WorkerRow {
  id: string;
  is_alive: boolean | number;
  lease_until: Millis;
}

/** A row of `instances`. */
export interface InstanceRow {
  id: string;
  workflow_id: string;
  workflow_version: string;
  definition_hash: string;
  behaviour_version: number;
  epoch: string;
  seq: number;
  checkpoint_seq: number | null;
  first_seq: number;
  status: InstanceStatus;
  because: string | null;
  input: string;
  output: string | null;
  error: string | null;
  initiator: string | null;
  target_entity: string | null;
  created_at: Millis;
  started_at: Millis | null;
  ended_at: Millis | null;
  owner: string | null;
  wake_at: Millis | null;
  open_signals: number;
  /** Absent where it is written: a new instance has none. */
  faults?: number;
  idempotency_key: string | null;
  request_hash: string | null;
  priority: number;
  parent_instance_id: string | null;
  parent_effect_id: string | null;
  is_awaited: boolean | number;
  rerun_of: string | null;
  business_key: string | null;
  /** JSON text. */
  labels: string | null;
  test_session: string | null;
  traceparent: string | null;
  /** Encrypted; `dropped` when the instance has ended since. */
  auth_tokens: string | null;
}

/** A row of `instance_labels`. */
export interface InstanceLabelRow {
  instance_id: string;
  name: string;
  value: string;
}

/** The row of `feed_floor`. */
export interface FeedFloorRow {
  whole_from: Millis;
}

/** A row of `steps`: what is committed together of an instance's log. */
export interface StepRow {
  instance_id: string;
  first_seq: number;
  last_seq: number;
  /** Of the last entry. */
  time: Millis;
  /** JSON list. */
  entries: string;
}

/** A row of the view `log`: an entry. */
export interface LogRow {
  instance_id: string;
  seq: number;
  type: string;
  task_key: string | null;
  time: Millis;
  actor: string | null;
  data: string;
}

/** A row of `log_bases`. */
export interface LogBaseRow {
  instance_id: string;
  seq: number;
  /** JSON text. */
  state: string;
  /** JSON list of sources and ids. */
  taken_events: string;
}

/** A row of `payloads`. */
export interface PayloadRow {
  instance_id: string;
  sha256: string;
  value: string;
}

/** A row of `signals`. */
export interface SignalRow {
  id: string;
  instance_id: string;
  kind: string;
  actor: string;
  data: string;
  created_at: Millis;
  /** Whether its instance has been made due. */
  is_announced: boolean | number;
}

/** A row of `idempotency_keys`. */
export interface IdempotencyKeyRow {
  actor: string;
  key: string;
  request_hash: string;
  created_at: Millis;
  /** JSON text; absent as long as there is none, and of requests that tell it from what they did. */
  answer?: string | null;
}

/** A row of `inbox`. */
export interface InboxRow {
  position: number | string;
  source: string;
  event_id: string;
  /** Empty: for all. */
  target: string;
  type: string;
  event: string;
  received_at: Millis;
  is_routed: boolean | number;
}

/** A row of `await_shapes`. */
export interface AwaitShapeRow {
  id: string;
  shape: string;
  /** Events received from then on have a key of this shape. */
  indexed_since?: Millis | null;
}

/** A row of `inbox_keys`. */
export interface InboxKeyRow {
  match_key: string;
  received_at: Millis;
  position: number | string;
}

/** A row of `awaits`. */
export interface AwaitRow {
  owner_id: string;
  effect_id: string;
  expectation: number;
  match_key: string;
  expects: string;
  task_key: string;
  since: Millis;
  is_caught_up: boolean | number;
  /** Absent in rows that are older than the column. */
  shape_id: string | null;
}

/** A row of `approvals`. */
export interface ApprovalRow {
  id: string;
  instance_id: string;
  effect_id: string;
  task_key: string;
  workflow_id: string;
  workflow_version: string;
  initiator: string | null;
  target_entity: string | null;
  status: ApprovalStatus;
  title: string;
  /** JSON list. */
  approvers: string;
  /** JSON text. */
  request: string;
  requested_at: Millis;
  due_at: Millis | null;
  closed_at: Millis | null;
  decision: string | null;
}

/** A row of `approval_approvers`. */
export interface ApprovalApproverRow {
  approver: string;
  approval_id: string;
  instance_id: string;
  status: ApprovalStatus;
  requested_at: Millis;
}

/** A row of `approval_votes`. */
export interface ApprovalVoteRow {
  approval_id: string;
  voter: string;
  instance_id: string;
  number: number;
  decision: string;
  comment: string | null;
  /** JSON text. */
  data: string | null;
  voted_at: Millis;
}

/** A row of `schedules`. */
export interface ScheduleRow {
  id: string;
  workflow_id: string;
  kind: 'every' | 'cron' | 'after' | 'on';
  spec: string;
  anchor_at: Millis;
  next_at: Millis | null;
  /** JSON text: times. */
  pending: string | null;
  last_at: Millis | null;
  last_instance_id: string | null;
  is_paused: boolean | number;
}

/** A row of `schedule_events`. */
export interface ScheduleEventRow {
  schedule_id: string;
  position: number | string;
  event: string;
  /** Whether it belongs to the set that is being collected. */
  is_taken: boolean | number;
}

/** A row of `schedule_occurrences`. */
export interface ScheduleOccurrenceRow {
  schedule_id: string;
  name: string;
  due_at: Millis | null;
  at: Millis;
  instance_id: string | null;
  skipped: string | null;
}

/** A row of `trials`. */
export interface TrialRow {
  actor: string;
  session_id: string;
  workflow_id: string;
  task_ref: string;
  /** JSON text. */
  input: string;
  /** JSON text. */
  output: string | null;
  created_at: Millis;
}

/** A row of `duties`. */
export interface DutyRow {
  name: string;
  holder: string;
  held_until: Millis;
  state: string | null;
}

/** A row of `webhooks`. */
export interface WebhookRow {
  id: string;
  url: string;
  /** JSON list. */
  events: string;
  /** JSON list. */
  workflow_ids: string;
  is_enabled: boolean | number;
  disabled_because: string | null;
  since: string;
  failing_since: Millis | null;
  secret: string;
  previous_secret: string | null;
  previous_until: Millis | null;
  created_at: Millis;
  created_by: string;
}

/** A row of `webhook_deliveries`. */
export interface WebhookDeliveryRow {
  id: string;
  webhook_id: string;
  event_id: string;
  event_type: string;
  instance_id: string | null;
  body: string;
  status: 'pending' | 'delivered' | 'failed';
  tries: number;
  created_at: Millis;
  next_at: Millis | null;
  held_by: string | null;
  held_until: Millis;
}

/** A row of `webhook_attempts`. */
export interface WebhookAttemptRow {
  delivery_id: string;
  number: number;
  time: Millis;
  duration_ms: number;
  status: number | null;
  answer: string | null;
  error: string | null;
}

/** A row of `jobs`. */
export interface JobRow {
  id: string;
  action: JobAction;
  force: boolean | number;
  reason: string | null;
  actor_kind: Actor['kind'];
  actor: string;
  idempotency_key: string | null;
  status: JobStatus;
  total: number;
  created_at: Millis;
  ended_at: Millis | null;
}

/** A row of `job_items`. */
export interface JobItemRow {
  job_id: string;
  position: number;
  instance_id: string;
  outcome: JobOutcome;
  since_seq: number | null;
  asked_at: Millis | null;
  code: string | null;
  message: string | null;
}
