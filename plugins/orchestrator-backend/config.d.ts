import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  orchestrator?: {
    definitions?: {
      /**
       * Folders with workflow definitions (`*.yaml`, `*.yml`, `*.json`), their subfolders included. They are watched.
       *
       * A relative path is relative to the working directory of the backend process, usually `packages/backend`.
       */
      folders?: string[];
      /**
       * URLs of definitions that the backend's URL reader can read: a single `.yaml`, `.yml` or `.json` file, or a tree of
       * such files. Which hosts may be read says `backend.reading.allow` and `integrations`.
       */
      urls?: string[];
      /** How often the URLs are read again. Default: every five minutes, with a timeout of one minute. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    worker?: {
      /** How often the database is asked for instances that are due. Default: 500 ms. */
      poll?: string | HumanDuration;
      /** How long this process may be silent before another takes its instances over. Default: 15 s. */
      lease?: string | HumanDuration;
      /** How long an instance has nothing to do before it is dropped from memory. Default: 1 min. */
      parkAfter?: string | HumanDuration;
      /**
       * How many entries are added to an instance's log before it notes where it stands, as soon as it can, so that it is
       * brought back from there and not from its beginning. Default: 2000.
       */
      entriesPerCheckpoint?: number;
      /** How many instances are kept in memory at most. Default: 500. */
      maxResidentInstances?: number;
      /** The same for each workflow. Default: no limit of its own. */
      maxResidentInstancesPerWorkflow?: number;
      /** How many calls are under way at once at most. Default: 50. */
      maxRunningActivities?: number;
      /** The same for each workflow. Default: no limit of its own. */
      maxRunningActivitiesPerWorkflow?: number;
      /** The same for each kind of activity, e.g. `{ http: 20 }`. Default: no limits of their own. */
      maxRunningActivitiesByKind?: { [kind: string]: number };
      /** How many instances may wait for a worker before starts are refused. Default: 100 000. */
      maxQueuedInstances?: number;
      /** The same for each workflow. Default: 20 000. */
      maxQueuedInstancesPerWorkflow?: number;
    };
    /**
     * Secrets by name: text, or an object of texts such as `{ username, password }`. A workflow sees those that it names in
     * `use.secrets`.
     *
     * @deepVisibility secret
     */
    secrets?: { [name: string]: string | { [member: string]: unknown } };
    /**
     * Keys that encrypt what must not be in the database in clear, such as the tokens that callers hand to a run: each 32 bytes in
     * base64, as `openssl rand -base64 32` makes them. The first one encrypts; the others still decrypt, so put a new key before
     * the old one and take the old one out when nothing needs it any more.
     *
     * @deepVisibility secret
     */
    encryptionKeys?: string[];
    limits?: {
      /** Iterations of one `for`, and events or messages that one task consumes. Default: 100 000. */
      iterations?: number;
      /** Bytes of one value, such as the output of a task. Default: 5242880 (5 MiB). */
      valueBytes?: number;
      /** Functions that call each other. Default: 20. */
      callDepth?: number;
      /** Tasks of one instance since its last checkpoint, each execution counted. Default: 100 000. */
      tasks?: number;
    };
    egress?: {
      /**
       * Hosts that workflows may call: `api.example.com`, `*.example.com` for any below it, with `:port` for that port only.
       * Default: any. Link-local and metadata addresses are refused in any case; the portal's own plugins may always be called.
       */
      allowedHosts?: string[];
      /** How long one call may take, with all that it needs. Default: 5 min. */
      timeout?: string | HumanDuration;
      /** The largest answer, and the largest document, that is read. Default: 10485760 (10 MiB). */
      maxAnswerBytes?: number;
    };
    schedules?: {
      /** What becomes of times that were missed: one run for all of them, none, or one each. Default: `one`. */
      misfire?: 'one' | 'skip' | 'all';
    };
    approvals?: {
      /** Whether those whom an approval names get a notification of the portal, which must have the notifications plugin. Default: no. */
      notify?: boolean;
    };
    /** How long things are kept; what is not named is kept for ever, but for tests (a day) and events (a week). */
    retention?: {
      completed?: string | HumanDuration;
      failed?: string | HumanDuration;
      cancelled?: string | HumanDuration;
      /** Tests of tasks, however they ended. */
      tests?: string | HumanDuration;
      /** Events, for those who listen later. */
      events?: string | HumanDuration;
      /** Entries of the logs of instances that are no longer needed to go on: those before the last checkpoint. */
      entries?: string | HumanDuration;
      /** What became of the times at which schedules were due. */
      occurrences?: string | HumanDuration;
      /** What was sent to webhooks, and how that went. */
      deliveries?: string | HumanDuration;
      /** What was done with many instances at once, and what became of each. */
      jobs?: string | HumanDuration;
    };
    events?: {
      /** How often live streams show that they live, from 5 s to 30 s. Default: 15 s. */
      heartbeat?: string | HumanDuration;
      /** Live streams that one user may have open at once with this process, WebSockets among them. Default: 100. */
      maxStreams?: number;
      /** The same for one service. Default: no limit. */
      maxStreamsForServices?: number;
      /**
       * Which lifecycle events are published to the portal's events service, under the topic `orchestrator.lifecycle`: those of
       * workflows, of tasks too, or none. Default: `workflow`.
       */
      lifecycle?: 'workflow' | 'all' | 'off';
      /** Topics of the portal's events service that workflows may listen to. Default: none. */
      topics?: string[];
    };
    mcp?: {
      /** Commands of MCP servers that workflows may start, as definitions write them. Default: none. */
      stdioCommands?: string[];
    };
    run?: {
      script?: {
        /** Whether workflows may run scripts. Default: true. */
        enabled?: boolean;
        /** How long a script may run. Default: 1 min. */
        timeout?: string | HumanDuration;
        /** How much it may write to stdout, and to stderr. Default: 1048576 (1 MiB). */
        maxOutputBytes?: number;
        /** How much memory it may use. Default: 268435456 (256 MiB). */
        memoryBytes?: number;
        /** The interpreter of Python. Default: `python3`. */
        python?: string;
        /** Whether scripts run only where the system gives them Linux namespaces of their own. Default: false. */
        requireNamespaces?: boolean;
      };
      shell?: {
        /** Whether workflows may run shell commands. Default: false. */
        enabled?: boolean;
        timeout?: string | HumanDuration;
        maxOutputBytes?: number;
        /** Default: `/bin/sh`. */
        shell?: string;
        /** Where commands find programs. Default: `/usr/local/bin:/usr/bin:/bin`. */
        path?: string;
      };
      container?: {
        /** Whether workflows may run containers. Default: false. */
        enabled?: boolean;
        timeout?: string | HumanDuration;
        maxOutputBytes?: number;
        /** A command line that takes the arguments of Docker's. Default: `docker`. */
        program?: string;
        /** Images that may be run; `*` stands for any characters. Default: all. */
        allowedImages?: string[];
        /** Directories of the host that may be mounted, and all below them. Default: none. */
        allowedVolumes?: string[];
        /** What the command line needs of its environment, e.g. `DOCKER_HOST`. */
        environment?: { [name: string]: string };
      };
    };
    /** How long calls that are under way may take to end when the backend stops. Default: 10 s. */
    shutdownGrace?: string | HumanDuration;
    /** How often each caller may ask this process; a stream is one request. */
    rateLimit?: {
      /** Whether there is a limit. Default: true. */
      enabled?: boolean;
      /** The time within which requests are counted. Default: 1 min. */
      window?: string | HumanDuration;
      /** Requests of one user within that time. Default: 600. */
      max?: number;
      /** Requests of one service within that time. Default: no limit. */
      maxForServices?: number;
    };
    http?: {
      /** Largest request body. Default: 1048576 (1 MiB). */
      maxBodyBytes?: number;
    };
  };
}
