import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';

/** Where events are to be sent, and which. */
export interface WebhookWish {
  readonly url: string;
  readonly events: readonly string[];
  /** Those of all workflows when it is empty. */
  readonly workflowIds: readonly string[];
  /** Of a new one: the secret that signs, when it is brought along. */
  readonly secret: string;
}

/** What is wrong with a {@link WebhookWish}, by its part. */
export type WebhookProblems = { readonly [K in keyof WebhookWish]?: string };

/** A webhook as it is being filled in. */
export interface WebhookForm {
  readonly wish: WebhookWish;
  readonly edit: (change: Partial<WebhookWish>) => void;
  /** Shown from the first time on that it was sent off. */
  readonly problems: WebhookProblems;
  /** How often it was sent off. */
  readonly attempts: number;
  /** Hands the wish over if nothing is wrong with it. */
  readonly submit: () => void;
}

const nothing: WebhookWish = {
  url: '',
  events: [],
  workflowIds: [],
  secret: '',
};

/** Keeps a webhook as it is being filled in, beginning with an existing one if there is one. */
export function useWebhookForm(
  webhook: Webhook | undefined,
  onSubmit: (wish: WebhookWish) => void,
): WebhookForm {
  const [wish, setWish] = useState<WebhookWish>({ ...nothing, ...webhook });
  const [attempts, setAttempts] = useState(0);
  const problems = problemsOf(wish);
  return {
    wish,
    edit: change => setWish(previous => ({ ...previous, ...change })),
    problems: attempts > 0 ? problems : {},
    attempts,
    submit: () => {
      setAttempts(attempts + 1);
      if (Object.keys(problems).length === 0) onSubmit(wish);
    },
  };
}

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;

function problemsOf({ url, events, secret }: WebhookWish): WebhookProblems {
  return {
    ...(!isWebAddress(url) && {
      url: 'Give an address that begins with https:// or http://',
    }),
    ...(events.length === 0 && { events: 'Choose at least one event' }),
    ...(secret !== '' &&
      !SECRET.test(secret) && {
        secret: 'Write it as whsec_ and 24 to 64 bytes in base64',
      }),
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
