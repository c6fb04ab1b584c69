import { Route, Routes } from 'react-router-dom';
import { OrchestratorQueries } from '../api/OrchestratorQueries';
import { ApprovalPage } from './approvals/ApprovalPage';
import { ApprovalsPage } from './approvals/ApprovalsPage';

/** The pages below `/approvals`. */
export function ApprovalsTab() {
  return (
    <OrchestratorQueries>
      <Routes>
        <Route index element={<ApprovalsPage />} />
        <Route path=":approvalId" element={<ApprovalPage />} />
      </Routes>
    </OrchestratorQueries>
  );
}
