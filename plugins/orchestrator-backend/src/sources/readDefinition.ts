import { createHash } from 'node:crypto';
import {
  parseWorkflow,
  type Capabilities,
  type DocumentInfo,
  type ExpressionEvaluator,
  type Json,
  type Problem,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Clock,
  StoredDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { fileId, identifyDefinition } from './identifyDefinition';

/** What reading definitions needs. */
export interface DefinitionReading {
  /** Finds the faults of expressions. */
  readonly expressions: ExpressionEvaluator;
  readonly clock: Clock;
  /** What this deployment can do; what a definition asks for beyond that is a problem of it. Default: everything. */
  readonly capabilities?: Capabilities;
}

/** Reads a text as it will be stored, with all that is wrong with it. @param location - where it comes from; names it if need be */
export function readDefinition(
  text: string,
  location: string,
  { expressions, clock, capabilities }: DefinitionReading,
): StoredDefinition {
  const { document, problems } = parseWorkflow(text, {
    fallbackName: fileId(location),
    expressions,
    capabilities,
  });
  const workflowId = identifyDefinition(document, location);
  return {
    workflowId,
    hash: createHash('sha256').update(text).digest('hex'),
    namespace: document.namespace ?? '',
    name: document.name ?? workflowId,
    version: document.version ?? '',
    title: document.title,
    description: document.summary,
    format: location.endsWith('.json') ? 'json' : 'yaml',
    text,
    isValid: isValid(problems),
    problems,
    loadedAt: clock.now(),
    tags: Object.entries(document.tags ?? {}).map(tagOf),
    owner: ownerOf(document),
  };
}

/** Whether a definition with these problems can run. */
export function isValid(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

/** The language has tags with a value; most often the name says it all. */
function tagOf([name, value]: [string, Json]): string {
  return value === '' || value === true ? name : `${name}:${String(value)}`;
}

function ownerOf({ metadata }: Partial<DocumentInfo>): string | undefined {
  const owner = metadata?.owner;
  return typeof owner === 'string' && owner.length <= 255 ? owner : undefined;
}
