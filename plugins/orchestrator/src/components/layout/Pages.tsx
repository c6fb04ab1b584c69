import type { ReactNode } from 'react';
import { OrchestratorQueries } from '../../api/OrchestratorQueries';
import { WithPageStart } from './PageStart';
import styles from './pages.module.css';
import { useTabOfPage } from './useTabOfPage';

/** Pages of the plugin, with the data that they share: what the portal's tab shows, and what its page is about. */
export function Pages({ children }: { readonly children: ReactNode }) {
  const tab = useTabOfPage();
  return (
    <OrchestratorQueries>
      <div
        className={styles.pages}
        id={tab?.panelId}
        role={tab && 'tabpanel'}
        aria-labelledby={tab?.tabId}
      >
        <main className={styles.pages}>
          <WithPageStart>{children}</WithPageStart>
        </main>
      </div>
    </OrchestratorQueries>
  );
}
