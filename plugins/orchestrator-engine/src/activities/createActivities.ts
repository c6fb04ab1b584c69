import { Activities } from './Activities';
import { AuthenticatedHttp } from './authentication/AuthenticatedHttp';
import { DocumentActivity } from './documents/DocumentActivity';
import { Documents } from './documents/Documents';
import { GuardedHttp, type GuardedHttpOptions } from './http/GuardedHttp';
import { HttpActivity } from './http/HttpActivity';
import { OpenApiActivity } from './openapi/OpenApiActivity';

/** What a deployment lets its workflows do. @public */
export interface ActivitiesOptions {
  /** The gate through which all HTTP goes. */
  readonly http: GuardedHttpOptions;
}

/** All means to carry out effects, and how to let go of them. @public */
export interface DeployedActivities {
  readonly activities: Activities;
  /** Closes all connections. */
  close(): Promise<void>;
}

/** The means of a deployment to carry out effects: what its options allow. @public */
export function createActivities(
  options: ActivitiesOptions,
): DeployedActivities {
  const guarded = new GuardedHttp(options.http);
  const http = new AuthenticatedHttp({ http: guarded });
  const documents = new Documents({ http });
  return {
    activities: new Activities({
      http: new HttpActivity(http),
      openapi: new OpenApiActivity({ http, documents }),
      document: new DocumentActivity({ documents, http }),
    }),
    close: () => guarded.close(),
  };
}
