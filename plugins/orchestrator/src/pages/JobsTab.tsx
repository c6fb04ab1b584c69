import { Route, Routes } from 'react-router-dom';
import { OrchestratorQueries } from '../api/OrchestratorQueries';
import { JobPage } from './jobs/JobPage';
import { JobsPage } from './jobs/JobsPage';

/** The pages below `/jobs`. */
export function JobsTab() {
  return (
    <OrchestratorQueries>
      <Routes>
        <Route index element={<JobsPage />} />
        <Route path=":jobId" element={<JobPage />} />
      </Routes>
    </OrchestratorQueries>
  );
}
