import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';

/** Tabs of the instance page. */
export const INSTANCE_TABS = [
  'progress',
  'graph',
  'data',
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
  /** The address with some of it changed; a value of undefined is left out. */
  readonly hrefOf: (change: {
    readonly tab?: InstanceTab;
    readonly task?: string;
  }) => string;
}

/** Reads the tab and the selected task from the address, which is where they live. */
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
    hrefOf,
  };
}
