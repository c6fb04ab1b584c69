import type {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { DefinitionSource } from '@stagecraft/backstage-plugin-orchestrator-node';
import type { OrchestratorConfig } from '../readConfig';
import { FolderDefinitionSource } from './FolderDefinitionSource';
import { UrlDefinitionSource } from './UrlDefinitionSource';

/** The sources of definitions that the configuration names, in its order. */
export function createConfiguredSources(
  { folders, urls, schedule }: OrchestratorConfig,
  {
    logger,
    scheduler,
    urlReader: reader,
  }: {
    readonly logger: LoggerService;
    readonly scheduler: SchedulerService;
    readonly urlReader: UrlReaderService;
  },
): readonly DefinitionSource[] {
  const tasks = scheduler.createScheduledTaskRunner({
    ...schedule,
    scope: 'local',
  });
  return [
    ...folders.map(folder => new FolderDefinitionSource({ folder, logger })),
    ...urls.map(url => new UrlDefinitionSource({ url, reader, tasks, logger })),
  ];
}
