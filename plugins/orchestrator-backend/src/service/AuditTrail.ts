import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Caller } from './Caller';

/** Notes every change, and every access that was denied, with the auditor. What is noted never holds values. */
export class AuditTrail {
  constructor(private readonly auditor: AuditorService) {}

  /** Reads; notes it when it is denied. */
  async read<T>(
    eventId: string,
    caller: Caller,
    meta: JsonObject,
    read: () => Promise<T>,
  ): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (isDenial(error)) {
        const event = await this.#event(eventId, caller, meta);
        await event.fail({ error });
      }
      throw error;
    }
  }

  /**
   * Changes something; notes it, and how it ended.
   *
   * @param describe - what is to be noted of the result. Default: nothing
   */
  async write<T>(
    eventId: string,
    caller: Caller,
    meta: JsonObject,
    write: () => Promise<T>,
    describe: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const event = await this.#event(eventId, caller, meta);
    try {
      const result = await write();
      await event.success({ meta: describe(result) });
      return result;
    } catch (error) {
      await event.fail({ error: asError(error) });
      throw error;
    }
  }

  #event(eventId: string, { request, ref }: Caller, meta: JsonObject) {
    return this.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta: { ...meta, caller: ref },
    });
  }
}

/** Denied outright, or hidden as something that does not exist. */
function isDenial(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof NotAllowedError || error.cause instanceof NotAllowedError
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
