import type {
  AuthService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { AnswerStore } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { OrchestratorConfig } from '../readConfig';
import type { OrchestratorService } from '../service/OrchestratorService';
import type { KnownTables } from './checks/refuseWhenOutdated';
import { createCallerOf, createCallerWith } from './createCallerOf';
import { createRouter } from './createRouter';
import { RateLimit } from './limits/RateLimit';
import type { OperationContext } from './Operation';
import { EventSockets, SOCKET_PATH } from './stream/EventSockets';
import type { LiveStreams } from './stream/LiveStreams';

/** What {@link serveApi} needs of the portal. */
export interface ApiServices {
  readonly auth: AuthService;
  readonly httpAuth: HttpAuthService;
  readonly httpRouter: HttpRouterService;
  readonly liveStreams: LiveStreams;
  readonly logger: LoggerService;
}

/** Serves the API: its operations over HTTP, and streams of many instances over WebSockets too. */
export function serveApi(
  config: OrchestratorConfig,
  services: ApiServices,
  offered: {
    readonly service: OrchestratorService;
    readonly answers: AnswerStore;
    readonly tables: KnownTables;
    readonly info: OperationContext['info'];
  },
): void {
  const { httpRouter, liveStreams: streams, logger } = services;
  const { service, answers, tables, info } = offered;
  const { maxBodyBytes, validateResponses } = config;
  const callerOf = createCallerOf(services);
  const callerWith = createCallerWith(services);
  const rateLimit =
    config.rateLimit && new RateLimit(config.rateLimit, callerOf);
  httpRouter.addAuthPolicy({ path: SOCKET_PATH, allow: 'unauthenticated' });
  const sockets = new EventSockets({
    ...service,
    streams,
    callerWith,
    rateLimit,
    logger,
  });
  httpRouter.use(sockets.attach);
  httpRouter.use(
    createRouter({
      ...service,
      answers,
      callerOf,
      streams,
      info,
      logger,
      maxBodyBytes,
      tables,
      rateLimit,
      validateResponses,
    }),
  );
}
