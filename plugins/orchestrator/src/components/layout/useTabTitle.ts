import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/** Names the browser's tab after the page, for as long as the page is there. */
export function useTabTitle(title: string): void {
  const portal = useApi(configApiRef).getOptionalString('app.title');
  useEffect(() => {
    const name = portal ?? 'Backstage';
    document.title = `${title} | ${name}`;
    return () => {
      document.title = name;
    };
  }, [title, portal]);
}
