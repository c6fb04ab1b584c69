import { useSearchParams } from 'react-router-dom';

/** A list's filters and page, kept in the address. */
export interface PagedSearch {
  readonly params: URLSearchParams;
  /** Sets a filter, or drops it when the value is empty, and goes back to the first page. */
  readonly setParam: (name: string, value: string) => void;
  /** Drops filters, and goes back to the first page. */
  readonly clearParams: (names: readonly string[]) => void;
  /** From 0. */
  readonly page: number;
  readonly setPage: (page: number) => void;
}

/** Reads and changes the list's part of the address; each change is one step back in the browser. */
export function usePagedSearch(): PagedSearch {
  const [params, setParams] = useSearchParams();
  const change = (changes: Readonly<Record<string, string>>) =>
    setParams(previous => {
      const next = new URLSearchParams(previous);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  const pageNumber = Number.parseInt(params.get('page') ?? '1', 10);
  return {
    params,
    setParam: (name, value) => change({ [name]: value, page: '' }),
    clearParams: names =>
      change(Object.fromEntries([...names, 'page'].map(name => [name, '']))),
    page: Math.max(1, pageNumber || 1) - 1,
    setPage: page => change({ page: page === 0 ? '' : String(page + 1) }),
  };
}
