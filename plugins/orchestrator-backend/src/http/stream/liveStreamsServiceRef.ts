import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readConfig } from '../../readConfig';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

/** The live streams of the backend. */
export const liveStreamsServiceRef = createServiceRef<LiveStreams>({
  id: 'orchestrator.live-streams',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        new LiveStreams({
          clock: systemClock,
          settings: {
            ...standardStreamSettings,
            pingMs: readConfig(config).heartbeatMs,
          },
        }),
    }),
});
