import { ResponseError } from '@backstage/errors';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

const RETRIES = 2;

/** Keeps the data of the pages below it. Each mounted page has its own, so nothing outlives the visit. */
export function OrchestratorQueries(props: { readonly children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 1000, retry: isWorthRetrying },
    },
  });
}

/** Only a server or network that is away may be there a moment later. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof ResponseError && error.statusCode < 500;
  return !isRefusal && failures < RETRIES;
}
