import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  BackendFeature,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { OrchestratorApi } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import request from 'supertest';
import plugin, { rootHealthServiceFactory } from '../index';

/** @see {@link startOrchestrator} */
export interface OrchestratorOptions {
  /** Text of each definition by the name of its file. */
  readonly definitions?: { readonly [file: string]: string };
  readonly knex?: Knex;
  /** The policy; by default all is allowed. */
  readonly permissions?: PermissionsService;
  /** What stands below `orchestrator` in the configuration, besides the folder of definitions. */
  readonly config?: JsonObject;
  readonly features?: readonly (
    | BackendFeature
    | Promise<{ default: BackendFeature }>
  )[];
}

/** A backend with the orchestrator in it, on a port of its own. */
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
  post(path: string, body?: unknown): request.Test;
  delete(path: string): request.Test;
}

/** Starts a backend with the orchestrator. Answers are checked against the contract. */
export async function startOrchestrator(
  options: OrchestratorOptions = {},
): Promise<TestOrchestrator> {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  for (const [file, text] of Object.entries(options.definitions ?? {})) {
    await writeFile(join(folder, file), text);
  }
  const backend = await startTestBackend({
    features: [plugin, rootHealthServiceFactory, ...featuresOf(options, folder)],
  });
  const { port } = backend.server.address() as AddressInfo;
  const baseUrl = `http://localhost:${port}`;
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
  { knex, permissions, config, features = [] }: OrchestratorOptions,
  folder: string,
) {
  return [
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          baseUrl: 'http://localhost:7007',
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        orchestrator: { definitions: { folders: [folder] }, ...config },
      },
    }),
    ...(knex ? [mockServices.database.factory({ knex })] : []),
    ...(permissions
      ? [mockServices.permissions.mock(permissions).factory]
      : []),
    ...features,
  ];
}

function clientOf(url: string, authorization: string): TestClient {
  const server = request(url);
  return {
    get: path => server.get(path).set('Authorization', authorization),
    post: (path, body) =>
      server
        .post(path)
        .set('Authorization', authorization)
        .send(body as object | string | undefined),
    delete: path => server.delete(path).set('Authorization', authorization),
  };
}
