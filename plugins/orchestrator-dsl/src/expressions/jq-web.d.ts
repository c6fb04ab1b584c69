declare module 'jq-web' {
  /** jq itself, once its WebAssembly is ready. */
  interface Jq {
    /**
     * Runs jq as its command line does.
     *
     * @param file - what the file `inputString` holds
     * @param program - jq text, put behind declarations of the flags' variables; an array is passed as it is
     * @returns standard output; `undefined` when empty
     * @throws an Error with `exitCode` and `stderr` when jq ends with an error, any other when jq crashes
     */
    raw(
      file: string,
      program: string | readonly string[],
      flags: readonly string[],
    ): string | undefined;
  }
  const jq: Promise<Jq>;
  export default jq;
}
