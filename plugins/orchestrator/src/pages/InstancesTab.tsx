import { Route, Routes } from 'react-router-dom';
import { Pages } from '../components/layout/Pages';
import { ComparePage } from './compare/ComparePage';
import { InstancePage } from './instance/InstancePage';
import { InstancesPage } from './instances/InstancesPage';

/** The pages below `/instances`. */
export function InstancesTab() {
  return (
    <Pages>
      <Routes>
        <Route index element={<InstancesPage />} />
        <Route path="compare" element={<ComparePage />} />
        <Route path=":instanceId" element={<InstancePage />} />
      </Routes>
    </Pages>
  );
}
