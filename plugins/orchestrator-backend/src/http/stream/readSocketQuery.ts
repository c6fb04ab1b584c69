import { InputError } from '@backstage/errors';
import {
  INSTANCE_STATUSES,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ProfileName } from './profiles/EventProfile';
import type { EventQuery } from './readEventSelection';

const profiles: readonly ProfileName[] = ['full', 'status', 'graph'];

const parameters = [
  'workflowId',
  'entityRef',
  'status',
  'instances',
  'profile',
  'after',
];

/** As many as `streamEvents` takes of each. */
const MOST = 100;

/**
 * What the address of a WebSocket asks for, in the words of `streamEvents`.
 *
 * @throws {@link @backstage/errors#InputError} naming the parameter that is wrong, or that there is not
 */
export function readSocketQuery(
  params: URLSearchParams,
): EventQuery & { readonly profile?: ProfileName; readonly after?: string } {
  requireKnown(params);
  const all = (name: string) =>
    params.has(name) ? atMost(MOST, name, params.getAll(name)) : undefined;
  const profile = params.get('profile');
  return {
    workflowId: all('workflowId'),
    entityRef: params.get('entityRef') ?? undefined,
    status: all('status')?.map(status =>
      oneOf<InstanceStatus>('status', INSTANCE_STATUSES, status),
    ),
    instances: all('instances'),
    profile: profile === null ? undefined : oneOf('profile', profiles, profile),
    after: params.get('after') ?? undefined,
  };
}

function requireKnown(params: URLSearchParams): void {
  for (const [name, value] of params) {
    if (!parameters.includes(name)) {
      throw new InputError(`${name} is none of ${parameters.join(', ')}`);
    }
    if (value === '') throw new InputError(`${name} must not be empty`);
  }
}

function atMost(most: number, name: string, values: string[]): string[] {
  if (values.length <= most) return values;
  throw new InputError(`${name} must not be given more than ${most} times`);
}

function oneOf<T extends string>(
  name: string,
  values: readonly T[],
  given: string,
): T {
  const value = values.find(one => one === given);
  if (value !== undefined) return value;
  throw new InputError(`${name} must be one of ${values.join(', ')}`);
}
