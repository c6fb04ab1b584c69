import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';

/** Tabs of the instance page. */
export const INSTANCE_TABS = [
  'progress',
  'graph',
  'data',
  'log',
  'events',
  'related',
] as const;

/** One of {@link INSTANCE_TABS}. */
export type InstanceTab = (typeof INSTANCE_TABS)[number];

/** What the address of the instance page says. */
export interface InstanceSearch {
  readonly tab: InstanceTab;
  /** Key of the selected task. */
  readonly task?: string;
  /** How grave the lines of the log are to be. */
  readonly level?: string;
  /** What is searched for in the log. */
  readonly q?: string;
  /** Offset of a line of the log. */
  readonly line?: string;
  /** The address with some of it changed; a value of undefined is left out. */
  readonly hrefOf: (change: AddressChange) => string;
}

type AddressChange = { readonly tab?: InstanceTab } & {
  readonly [name in 'task' | 'level' | 'q' | 'line']?: string;
};

/** Reads the tab, the selected task and what is searched for from the address, which is where they live. */
export function useInstanceSearch(): InstanceSearch {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const wanted = params.get('tab');
  const hrefOf = useCallback<InstanceSearch['hrefOf']>(
    change => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      return query ? `${pathname}?${query}` : pathname;
    },
    [pathname, search],
  );
  return {
    tab: INSTANCE_TABS.find(tab => tab === wanted) ?? 'progress',
    task: params.get('task') ?? undefined,
    level: params.get('level') ?? undefined,
    q: params.get('q') ?? undefined,
    line: params.get('line') ?? undefined,
    hrefOf,
  };
}
