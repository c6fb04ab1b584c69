/** The part of Backstage's logger that the engine uses. @public */
export interface EngineLogger {
  info(message: string, fields?: { [key: string]: string | number }): void;
  warn(message: string, fields?: { [key: string]: string | number }): void;
  error(message: string, fields?: { [key: string]: string | number }): void;
}

/** What an error says, and what it says to have caused it, for the log. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  if (!(cause instanceof Error) || message.includes(cause.message)) {
    return message;
  }
  return `${message}: ${messageOf(cause)}`;
}
