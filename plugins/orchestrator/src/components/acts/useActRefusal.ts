import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  orchestratorInstanceActPermission,
  type InstanceState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import useAsync from 'react-use/esm/useAsync';
import { useUseRefusal } from '../useUseRefusal';

/**
 * Why the person may not act on an instance, naming the permission: other people's instances need one more.
 *
 * Undefined when nothing speaks against it, and while that is not known yet: the server decides in any case.
 */
export function useActRefusal(state: InstanceState): string | undefined {
  const { id, initiator, workflow } = state;
  const useRefusal = useUseRefusal(workflow.id);
  const identity = useApi(identityApiRef);
  const me = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const act = usePermission({
    permission: orchestratorInstanceActPermission,
    resourceRef: id,
  });
  const isMine = !me.value || me.value.userEntityRef === initiator;
  if (useRefusal || isMine || act.loading || act.allowed) return useRefusal;
  return `Somebody else has started this run: you need the permission ${orchestratorInstanceActPermission.name}`;
}
