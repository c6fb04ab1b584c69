import type { JsonObject } from '@backstage/types';
import { useEffect, useRef, useState } from 'react';
import type { InputSchema } from '../../../components/form/schemaValidator';
import { usePersonal } from '../../../components/storage/usePersonal';
import { withoutSecrets } from './withoutSecrets';

/** An input that was not sent. */
export type Draft = {
  readonly input: JsonObject;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The version of the workflow that it was made for. */
  readonly version: string;
};

/** A draft that is kept while somebody fills in a form, and the one of an earlier visit. */
export interface DraftKeeper {
  /** What was left behind the last time; until it is decided on, or something else is entered. */
  readonly offered?: Draft;
  /** When the present input was saved last. */
  readonly savedAt?: string;
  /** Keeps an input, without its secrets, once the typing has paused. */
  readonly keep: (input: JsonObject) => void;
  /** Answers the offered draft, and offers it no more. */
  readonly restore: () => Draft | undefined;
  /** Forgets whatever is kept. */
  readonly discard: () => void;
}

const PAUSE_MS = 500;

/** Keeps drafts in the portal's storage, one for each person and workflow. What it cannot keep is not kept: no form depends on it. */
export function useDraft(
  workflowId: string,
  version: string,
  schema?: InputSchema,
): DraftKeeper {
  const { value, set, remove } = usePersonal<Draft>('drafts', workflowId);
  const [isDecided, setDecided] = useState(false);
  const [savedAt, setSavedAt] = useState<string>();
  const pending = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const forget = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
  };
  const saveNow = () => {
    pending.current?.();
    forget();
  };
  useEffect(() => () => saveNow(), []); // eslint-disable-line react-hooks/exhaustive-deps -- refs only

  const keep = (input: JsonObject) => {
    pending.current = () => {
      const draft = draftOf(withoutSecrets(input, schema), version);
      setDecided(true);
      set(draft).then(
        () => setSavedAt(draft.savedAt),
        () => setSavedAt(undefined),
      );
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(saveNow, PAUSE_MS);
  };
  return {
    offered: isDecided ? undefined : value,
    savedAt,
    keep,
    restore: () => {
      setDecided(true);
      return value;
    },
    discard: () => {
      forget();
      setDecided(true);
      setSavedAt(undefined);
      remove().catch(() => {}); // it is offered once more, then
    },
  };
}

function draftOf(input: JsonObject, version: string): Draft {
  return { input, version, savedAt: new Date().toISOString() };
}
