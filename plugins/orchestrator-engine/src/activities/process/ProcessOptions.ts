/** What a process may use up. @public */
export interface ProcessLimits {
  /** How long it may run, milliseconds. Default: one minute. */
  readonly timeoutMs?: number;
  /** How much it may write to stdout, and to stderr, bytes. Default: 1 MiB. */
  readonly maxOutputBytes?: number;
}

/** What holds where options set no limits. */
export const DEFAULT_PROCESS_LIMITS = {
  timeoutMs: 60 * 1000,
  maxOutputBytes: 1024 * 1024,
};

/** How scripts are run. @public */
export interface ScriptOptions extends ProcessLimits {
  /** How much memory a script may use, bytes. Default: 256 MiB. */
  readonly memoryBytes?: number;
  /** The interpreter of Python: a path, or a name that is looked for. Default: `python3`. */
  readonly python?: string;
  /**
   * Whether scripts run only where the system can give them a network, processes and mounts of their own (Linux, `unshare`).
   * Default: they do without where it cannot.
   */
  readonly requireNamespaces?: boolean;
}

/** How shell commands are run. @public */
export interface ShellOptions extends ProcessLimits {
  /** Default: `/bin/sh`. */
  readonly shell?: string;
  /** Where commands find programs. Default: `/usr/local/bin:/usr/bin:/bin`. */
  readonly path?: string;
}

/** How containers are run. @public */
export interface ContainerOptions extends ProcessLimits {
  /** A command line that takes the arguments of `docker`. Default: `docker`. */
  readonly program?: string;
  /** Images that may be run; `*` stands for any characters. Default: all. */
  readonly allowedImages?: readonly string[];
  /** Directories of the host that may be mounted, and all below them. Default: none. */
  readonly allowedVolumes?: readonly string[];
  /** What the command line needs from its environment, e.g. `DOCKER_HOST`. Default: nothing but `PATH`. */
  readonly environment?: { readonly [name: string]: string };
}
