import type {
  components,
  operations,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { AnswerStore } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { RequestHandler } from 'express';
import type { AnyRequest, Caller } from '../service/Caller';
import type { OrchestratorService } from '../service/OrchestratorService';
import type { Endpoint, OperationId } from './OrchestratorEndpoints';
import type { LiveStreams } from './stream/LiveStreams';

/** What operations work with. */
export interface OperationContext extends OrchestratorService {
  /** First answers to requests that count once. */
  readonly answers: AnswerStore;
  /** Who sends the request. */
  readonly callerOf: (request: AnyRequest) => Promise<Caller>;
  readonly streams: LiveStreams;
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
