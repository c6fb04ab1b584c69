import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { Pages } from '../components/layout/Pages';
import { WorkflowPage } from './workflow/WorkflowPage';
import { WorkflowsPage } from './workflows/WorkflowsPage';

/** The form is large and not needed to look around. */
const RunPage = lazy(() =>
  import('./run/RunPage').then(({ RunPage: page }) => ({ default: page })),
);

/** The pages below `/workflows`. */
export function WorkflowsTab() {
  return (
    <Pages>
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route index element={<WorkflowsPage />} />
          <Route path=":workflowId" element={<WorkflowPage />} />
          <Route path=":workflowId/run" element={<RunPage />} />
        </Routes>
      </Suspense>
    </Pages>
  );
}
