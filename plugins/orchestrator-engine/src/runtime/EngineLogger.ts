/** The part of Backstage's logger that the engine uses. @public */
export interface EngineLogger {
  info(message: string, fields?: { [key: string]: string | number }): void;
  warn(message: string, fields?: { [key: string]: string | number }): void;
  error(message: string, fields?: { [key: string]: string | number }): void;
}

/** What an error says, for the log. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
