import { Route, Routes } from 'react-router-dom';
import { Pages } from '../components/layout/Pages';
import { ApprovalPage } from './approvals/ApprovalPage';
import { ApprovalsPage } from './approvals/ApprovalsPage';

/** The pages below `/approvals`. */
export function ApprovalsTab() {
  return (
    <Pages>
      <Routes>
        <Route index element={<ApprovalsPage />} />
        <Route path=":approvalId" element={<ApprovalPage />} />
      </Routes>
    </Pages>
  );
}
