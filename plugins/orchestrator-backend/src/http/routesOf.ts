import type { openApiSpec } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { RequestHandler } from 'express';
import type { OperationContext } from './Operation';
import { operations } from './operations';
import type { OperationId } from './OrchestratorEndpoints';

const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Where an operation is, in Express' words. */
export interface Route {
  readonly verb: (typeof verbs)[number];
  readonly path: string;
  readonly operationId: OperationId;
  readonly operation: (context: OperationContext) => RequestHandler;
}

/** The routes of all operations. Paths with a fixed word come before those that take anything in its place. */
export function routesOf({ paths }: typeof openApiSpec): readonly Route[] {
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      verbs.flatMap(verb => {
        const operationId: unknown = item[verb]?.operationId;
        if (!isOperationId(operationId)) return [];
        const operation = operationOf(operationId);
        return [{ verb, path: expressPath(path), operationId, operation }];
      }),
    )
    .sort((a, b) => compareText(rank(a.path), rank(b.path)));
}

/** Each operation has types of its own, which the path it stands at makes sure of. */
function operationOf(id: OperationId): Route['operation'] {
  return operations[id] as Route['operation'];
}

function isOperationId(id: unknown): id is OperationId {
  return typeof id === 'string' && Object.hasOwn(operations, id);
}

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** A segment that takes anything ranks after every word. */
function rank(path: string): string {
  return path.replace(/:\w+/g, '~');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
