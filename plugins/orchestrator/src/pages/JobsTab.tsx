import { Route, Routes } from 'react-router-dom';
import { Pages } from '../components/layout/Pages';
import { JobPage } from './jobs/JobPage';
import { JobsPage } from './jobs/JobsPage';

/** The pages below `/jobs`. */
export function JobsTab() {
  return (
    <Pages>
      <Routes>
        <Route index element={<JobsPage />} />
        <Route path=":jobId" element={<JobPage />} />
      </Routes>
    </Pages>
  );
}
