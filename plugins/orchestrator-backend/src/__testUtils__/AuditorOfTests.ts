import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/** What was noted of one event. */
export interface AuditNote {
  readonly eventId: string;
  readonly meta: object;
  readonly outcome: 'success' | string;
}

/** An auditor that remembers. */
export class AuditorOfTests implements AuditorService {
  readonly notes: AuditNote[] = [];

  async createEvent({ eventId, meta }: AuditorServiceCreateEventOptions) {
    const note = (outcome: string, more: object = {}) => {
      this.notes.push({ eventId, meta: { ...meta, ...more }, outcome });
    };
    return {
      success: async (options?: { meta?: object }) =>
        note('success', options?.meta),
      fail: async ({ error }: { error: Error }) => note(error.message),
    };
  }
}
