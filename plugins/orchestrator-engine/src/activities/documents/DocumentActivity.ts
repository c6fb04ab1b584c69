import type { DocumentEffect } from '../../interpreter/DurableHost';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import { carryOut } from '../carryOut';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import type { Documents } from './Documents';
import { parseDocument } from './parseDocument';

/** Fetches documents that a definition refers to (DSL reference, "External Resource"). */
export class DocumentActivity implements ActivityExecutor<DocumentEffect> {
  readonly #documents: Documents;
  readonly #timeoutMs: number;

  constructor(options: { documents: Documents; http: AuthenticatedHttp }) {
    this.#documents = options.documents;
    this.#timeoutMs = options.http.guarded.timeoutMs;
  }

  async execute(
    { resource }: DocumentEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const undertaking = {
      target: `GET ${withoutUserInfo(resource.uri)}`,
      timeoutMs: this.#timeoutMs,
    };
    return carryOut(undertaking, context, async call => {
      const document = await this.#documents.fetch(resource, call);
      return { outcome: { ok: true, value: parseDocument(document) } };
    });
  }
}
