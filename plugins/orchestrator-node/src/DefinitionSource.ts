/** A text that may hold a workflow. @public */
export interface DefinitionFile {
  /**
   * Where it comes from, for people: the path of a file, or a URL. Unique within its source.
   *
   * Its last segment without extension is the workflow's id when the text does not say one.
   */
  readonly location: string;
  readonly text: string;
}

/** What a source is connected to. @public */
export interface DefinitionSourceConnection {
  /**
   * Makes these the files that the source has now: workflows of files that are no longer among them are taken from the list.
   * Their instances go on.
   *
   * Never throws for what the texts hold. Calls are carried out in their order.
   */
  replaceAll(files: readonly DefinitionFile[]): Promise<void>;
}

/**
 * A place that workflow definitions come from.
 *
 * @public
 */
export interface DefinitionSource {
  /** Stable across restarts, and unique among sources: under it the workflows are remembered. */
  readonly name: string;
  /** Delivers what there is, and from then on whenever it changes. Resolves after the first delivery. */
  connect(connection: DefinitionSourceConnection): Promise<void>;
  /** Delivers nothing more. */
  disconnect?(): Promise<void>;
}
