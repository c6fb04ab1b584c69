import type { ExternalResource } from './Authentication';
import type { TaskBase } from './TaskBase';
import type { Duration, Template } from './values';

/** What a process gives to the workflow. @public */
export type ProcessReturn = 'stdout' | 'stderr' | 'code' | 'all' | 'none';

/** What is run. @public */
export type Process =
  | {
      readonly kind: 'workflow';
      readonly namespace: Template;
      readonly name: Template;
      /** `latest`, or the version that must be the present one. */
      readonly version: Template;
      /** Default: the task's input. */
      readonly input?: Template;
    }
  | {
      readonly kind: 'script';
      readonly language: 'js' | 'python';
      /** Never evaluated: `${` in code is the script's own. */
      readonly code?: string;
      readonly source?: ExternalResource;
      readonly stdin?: Template;
      readonly arguments?: Template;
      readonly environment?: Template;
    }
  | {
      readonly kind: 'shell';
      readonly command: Template;
      readonly stdin?: Template;
      readonly arguments?: Template;
      readonly environment?: Template;
    }
  | {
      readonly kind: 'container';
      readonly image: Template;
      readonly name?: Template;
      readonly command?: Template;
      readonly ports?: Template;
      readonly volumes?: Template;
      readonly environment?: Template;
      readonly stdin?: Template;
      readonly arguments?: Template;
      readonly pullPolicy: 'always' | 'ifNotPresent' | 'never';
      readonly lifetime?: {
        readonly cleanup: 'always' | 'never' | 'eventually';
        readonly after?: Duration;
      };
    };

/** `run`. @public */
export interface RunTask extends TaskBase {
  readonly kind: 'run';
  readonly process: Process;
  /** Whether the task waits for the end; else its output is its input. */
  readonly await: boolean;
  readonly return: ProcessReturn;
}
