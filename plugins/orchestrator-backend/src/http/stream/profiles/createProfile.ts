import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventProfile,
  ProfileName,
  ProjectedMessage,
} from './EventProfile';
import { FullProfile } from './FullProfile';
import { GraphProfile } from './GraphProfile';
import { StatusProfile } from './StatusProfile';

const profiles: Readonly<Record<ProfileName, new () => EventProfile>> = {
  full: FullProfile,
  status: StatusProfile,
  graph: GraphProfile,
};

/**
 * The form that a client asks for.
 *
 * @param types - only events of these types; default: all
 */
export function createProfile(
  name: ProfileName = 'full',
  types: readonly string[] = [],
): EventProfile {
  const profile = new profiles[name]();
  return types.length === 0 ? profile : onlyTypes(profile, new Set(types));
}

function onlyTypes(
  profile: EventProfile,
  types: ReadonlySet<string>,
): EventProfile {
  return {
    needsState: profile.needsState,
    pingMs: profile.pingMs,
    begin: state => profile.begin(state),
    snapshot: (state, about) => profile.snapshot(state, about),
    project(event: OrchestratorEvent): ProjectedMessage | undefined {
      const message = profile.project(event);
      return types.has(event.type) ? message : undefined;
    },
  };
}
