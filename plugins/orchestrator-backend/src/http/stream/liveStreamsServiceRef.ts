import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readConfig } from '../../readConfig';
import { StreamLimit } from '../limits/StreamLimit';
import { LiveStreams, standardStreamSettings } from './LiveStreams';
import { OPEN_STREAMS } from './openStreams';

/** The live streams of the backend. */
export const liveStreamsServiceRef = createServiceRef<LiveStreams>({
  id: 'orchestrator.live-streams',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig, metrics: metricsServiceRef },
      factory: ({ config, metrics }) => {
        const { heartbeatMs, streamLimit } = readConfig(config);
        const { name, unit, description } = OPEN_STREAMS;
        return new LiveStreams({
          clock: systemClock,
          settings: { ...standardStreamSettings, pingMs: heartbeatMs },
          limit: new StreamLimit(streamLimit),
          counter: metrics.createUpDownCounter(name, { unit, description }),
        });
      },
    }),
});
