import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
  type AuditorService,
  type BackendFeature,
  type BackstageUserPrincipal,
  type HttpAuthService,
  type PermissionsService,
  type ServiceRef,
  type UserInfoService,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { OrchestratorApi } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import request from 'supertest';
import plugin, { rootHealthServiceFactory } from '../index';
import type { LiveStreams } from '../http/stream/LiveStreams';
import { liveStreamsServiceRef } from '../http/stream/liveStreamsServiceRef';
import { answersBySpec } from './answersBySpec';
import { freePort } from './freePort';

/** @see {@link startOrchestrator} */
export interface OrchestratorOptions {
  /** Text of each definition by the name of its file. */
  readonly definitions?: { readonly [file: string]: string };
  readonly knex?: Knex;
  /** The policy; by default all is allowed. */
  readonly permissions?: PermissionsService;
  readonly auditor?: AuditorService;
  /** What is in the catalog. Default: nothing. */
  readonly entities?: Entity[];
  /** Refs of each user's groups. Default: nobody is in any. */
  readonly groups?: { readonly [userRef: string]: readonly string[] };
  readonly httpAuth?: HttpAuthService;
  /** Live streams with rhythms of their own. */
  readonly liveStreams?: LiveStreams;
  /** What stands below `orchestrator` in the configuration, besides the folder of definitions. */
  readonly config?: JsonObject;
  readonly features?: readonly (
    | BackendFeature
    | Promise<{ default: BackendFeature }>
  )[];
}

/** A backend with the orchestrator in it, on a port of its own, behind all that a portal puts before its plugins. */
export interface TestOrchestrator {
  /** Address of the plugin's API. */
  readonly url: string;
  /** Folder of the definitions; it is watched. */
  readonly folder: string;
  /** Calls the API as a user, or with another authorization header. */
  readonly as: (authorization: string) => TestClient;
  /** Calls the API as the default user. */
  readonly client: TestClient;
  /** The API's own client, as the default user. */
  readonly api: OrchestratorApi;
  stop(): Promise<void>;
}

/** Sends requests to paths below the plugin's. */
export interface TestClient {
  get(path: string): request.Test;
  /** The body is an empty object unless another is given. */
  post(path: string, body?: object | string): request.Test;
  put(path: string, body?: object | string): request.Test;
  patch(path: string, body?: object | string): request.Test;
  delete(path: string): request.Test;
}

type Verb = keyof TestClient;

/** Starts a backend with the orchestrator. Answers are checked against the contract. */
export async function startOrchestrator(
  options: OrchestratorOptions = {},
): Promise<TestOrchestrator> {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  for (const [file, text] of Object.entries(options.definitions ?? {})) {
    await writeFile(join(folder, file), text);
  }
  const port = await freePort();
  const backend = createBackend();
  featuresOf(options, folder, port).forEach(feature => backend.add(feature));
  await backend.start();
  const baseUrl = `http://127.0.0.1:${port}`;
  const as = (authorization: string) =>
    clientOf(`${baseUrl}/api/orchestrator`, authorization);
  return {
    url: `${baseUrl}/api/orchestrator`,
    folder,
    as,
    client: as(mockCredentials.user.header()),
    api: new OrchestratorApi({ baseUrl, token: mockCredentials.user.token() }),
    async stop() {
      await backend.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function featuresOf(
  {
    knex,
    permissions,
    auditor,
    entities,
    groups,
    httpAuth,
    liveStreams,
    config,
    features = [],
  }: OrchestratorOptions,
  folder: string,
  port: number,
) {
  return [
    plugin,
    rootHealthServiceFactory,
    mockServices.rootLogger.factory({ level: 'none' }),
    mockServices.auth.factory(),
    httpAuth
      ? serving(coreServices.httpAuth, httpAuth)
      : mockServices.httpAuth.factory(),
    ...(liveStreams ? [serving(liveStreamsServiceRef, liveStreams)] : []),
    serving(coreServices.userInfo, userInfoWith(groups)),
    mockServices.scheduler.factory(),
    catalogServiceMock.factory({ entities }),
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          baseUrl: `http://localhost:${port}`,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        orchestrator: {
          definitions: { folders: [folder] },
          rateLimit: { enabled: false },
          ...config,
        },
      },
    }),
    ...(knex ? [mockServices.database.factory({ knex })] : []),
    permissions
      ? serving(coreServices.permissions, permissions)
      : mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
    auditor
      ? serving(coreServices.auditor, auditor)
      : mockServices.auditor.factory(),
    ...features,
  ];
}

function userInfoWith(
  groups: OrchestratorOptions['groups'] = {},
): UserInfoService {
  return {
    async getUserInfo({ principal }) {
      const { userEntityRef } = principal as BackstageUserPrincipal;
      const ownershipEntityRefs = [
        userEntityRef,
        ...(groups[userEntityRef] ?? []),
      ];
      return { userEntityRef, ownershipEntityRefs };
    },
  };
}

function serving<T extends object>(
  service: ServiceRef<T, 'plugin'>,
  instance: T,
) {
  return createServiceFactory({ service, deps: {}, factory: () => instance });
}

/** Every answer is held against the contract. */
function clientOf(url: string, authorization: string): TestClient {
  const server = request(url);
  const send = (verb: Verb, path: string) =>
    server[verb](path)
      .set('Authorization', authorization)
      .expect(answer => answersBySpec(verb, path, answer));
  return {
    get: path => send('get', path),
    post: (path, body = {}) => send('post', path).send(body),
    put: (path, body) => send('put', path).send(body),
    patch: (path, body) => send('patch', path).send(body),
    delete: path => send('delete', path),
  };
}
