import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Props of {@link EntityLink}. */
export interface EntityLinkProps {
  /** E.g. `component:default/payments`. */
  readonly entityRef: string;
}

/** Names a catalog entity, and leads to its page where the portal has one. */
export function EntityLink({ entityRef }: EntityLinkProps) {
  const page = useRouteRef(entityRouteRef);
  const parts = readRef(entityRef);
  if (!page || !parts) return <code>{entityRef}</code>;
  return <Link href={page(parts)}>{entityRef}</Link>;
}

function readRef(ref: string) {
  try {
    return parseEntityRef(ref);
  } catch {
    return undefined; // what stands in an address can be anything; the server says so when it is sent
  }
}
