import type {
  components,
  operations,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { AnswerStore } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { RequestHandler } from 'express';
import type { AnyRequest, Caller } from '../service/Caller';
import type { ApprovalService } from '../service/approvals/ApprovalService';
import type { EventFeeds } from '../service/EventFeeds';
import type { JobService } from '../service/jobs/JobService';
import type { OrchestratorService } from '../service/OrchestratorService';
import type { WebhookService } from '../service/WebhookService';
import type { Endpoint, OperationId } from './OrchestratorEndpoints';
import type { LiveStreams } from './stream/LiveStreams';

/** What operations work with. */
export interface OperationContext {
  readonly service: OrchestratorService;
  readonly approvals: ApprovalService;
  readonly jobs: JobService;
  /** First answers to requests that count once. */
  readonly answers: AnswerStore;
  readonly webhooks: WebhookService;
  /** Who sends the request. */
  readonly callerOf: (request: AnyRequest) => Promise<Caller>;
  readonly streams: LiveStreams;
  /** All logs as one. */
  readonly feeds: EventFeeds;
  /** What the server is. */
  readonly info: components['schemas']['ServerInfo'];
}

/** Serves one operation of the contract: parses, calls the service, presents. */
export type Operation<Id extends OperationId> = (
  context: OperationContext,
) => RequestHandler<
  Endpoint<operations[Id]>['path'],
  Endpoint<operations[Id]>['response'],
  Endpoint<operations[Id]>['body'],
  Endpoint<operations[Id]>['query'],
  Record<string, string>
>;
