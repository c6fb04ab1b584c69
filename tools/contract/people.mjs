/** The condition on instances that they were started for an entity which the user owns. */
const forOwnedEntity = ref => ({
  rule: 'IS_OWNER_OF_ENTITY',
  resourceType: 'orchestrator-instance',
  params: { claims: [ref] },
});

/** The catalog's entity for which all instances are started, and who owns it. */
export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'user:default/owner' }],
};

/** Everyone who asks, and what the policy lets them do. Services are let do everything; who is anonymous has no token. */
export const people = {
  viewer: { ref: 'user:default/viewer', grants: { read: true } },
  initiator: {
    ref: 'user:default/initiator',
    grants: { read: true, use: true },
  },
  other: { ref: 'user:default/other', grants: { read: true, use: true } },
  owner: {
    ref: 'user:default/owner',
    grants: {
      read: true,
      use: true,
      readInstances: forOwnedEntity('user:default/owner'),
      actOnInstances: forOwnedEntity('user:default/owner'),
    },
  },
  stranger: { ref: 'user:default/stranger', grants: {} },
  admin: {
    ref: 'user:default/admin',
    grants: {
      read: true,
      use: true,
      manage: true,
      seeOthers: true,
      seeValues: true,
    },
  },
};

/** The value of the header `Authorization`, by who asks. */
export function authorizationOf(who) {
  if (who === 'anonymous') return undefined;
  if (who === 'service') return 'Bearer mock-service-token';
  const { ref } = people[who];
  return `Bearer mock-user-token:${JSON.stringify({ sub: ref })}`;
}
