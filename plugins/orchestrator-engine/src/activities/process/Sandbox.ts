/** How scripts of a language are kept from all that is not theirs. */
export interface Sandbox {
  readonly scriptName: string;
  readonly guardName: string;
  /** Runs in the language before the script, and closes what its interpreter leaves open. */
  readonly guard: string;
  /** What runs the script; the script's own arguments follow. */
  command(parts: SandboxParts): Promise<readonly string[]>;
}

/** What a script is run with and in. */
export interface SandboxParts {
  readonly directory: string;
  readonly guardFile: string;
  readonly scriptFile: string;
  readonly memoryBytes: number;
  /** The interpreter: a path, or a name that is looked for. */
  readonly python: string;
}
