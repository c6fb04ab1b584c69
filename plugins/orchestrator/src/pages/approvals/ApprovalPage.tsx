import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useLocation, useParams } from 'react-router-dom';
import { useApproval } from '../../api/approvalQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { ApprovalCard } from './ApprovalCard';

/** One approval, to be decided where one was sent to it. */
export function ApprovalPage() {
  const { approvalId = '' } = useParams();
  const { pathname } = useLocation();
  const { data, error, refetch } = useApproval(approvalId);
  return (
    <BreadcrumbEntry
      entry={{ label: data?.title ?? approvalId, href: pathname }}
    >
      <PageHeader title="Approval" tabTitle={data?.title} />
      <Container py="4">
        {error && (
          <ErrorAlert
            title="The approval could not be loaded"
            error={error}
            onRetry={refetch}
          />
        )}
        {!data && !error && <Loading height={160} />}
        {data && <ApprovalCard approval={data} />}
      </Container>
    </BreadcrumbEntry>
  );
}
