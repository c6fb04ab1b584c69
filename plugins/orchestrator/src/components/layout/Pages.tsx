import type { ReactNode } from 'react';
import { OrchestratorQueries } from '../../api/OrchestratorQueries';
import styles from './pages.module.css';

/** Pages of the plugin, with the data that they share. */
export function Pages({ children }: { readonly children: ReactNode }) {
  return (
    <OrchestratorQueries>
      <div className={styles.pages}>{children}</div>
    </OrchestratorQueries>
  );
}
