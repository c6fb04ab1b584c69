import { storageApiRef, type StorageApi } from '@backstage/frontend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  orchestratorApiRef,
  type OrchestratorClient,
} from '../api/OrchestratorClient';
import { orchestratorPlugin } from '../plugin';

/** Who looks. */
export interface Viewer {
  /** Names of permissions that they do not have. Default: they have all. */
  readonly lacks?: readonly string[];
  /** What the portal has kept for them. Default: nothing. */
  readonly storage?: StorageApi;
}

/** Renders the portal with the plugin alone, at an address below `/orchestrator`, over the given API. */
export function renderOrchestrator(
  path: string,
  client: OrchestratorClient,
  { lacks = [], storage = mockApis.storage() }: Viewer = {},
) {
  return renderTestApp({
    features: [orchestratorPlugin],
    initialRouteEntries: [`/orchestrator${path}`],
    apis: [
      [orchestratorApiRef, client],
      [permissionApiRef, permissionsBut(lacks)],
      [storageApiRef, storage],
    ],
  });
}

function permissionsBut(lacks: readonly string[]) {
  return mockApis.permission({
    authorize: ({ permission }) =>
      lacks.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
}
