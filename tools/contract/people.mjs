/** Everyone who asks, and what the policy lets them do. Services are let do everything; who is anonymous has no token. */
export const people = {
  viewer: { ref: 'user:default/viewer', grants: { read: true } },
  initiator: {
    ref: 'user:default/initiator',
    grants: { read: true, use: true },
  },
  other: { ref: 'user:default/other', grants: { read: true, use: true } },
  owner: { ref: 'user:default/owner', grants: { read: true, use: true } },
  stranger: { ref: 'user:default/stranger', grants: {} },
  admin: {
    ref: 'user:default/admin',
    grants: { read: true, use: true, manage: true, seeOthers: true },
  },
};

/** The value of the header `Authorization`, by who asks. */
export function authorizationOf(who) {
  if (who === 'anonymous') return undefined;
  if (who === 'service') return 'Bearer mock-service-token';
  const { ref } = people[who];
  return `Bearer mock-user-token:${JSON.stringify({ sub: ref })}`;
}
