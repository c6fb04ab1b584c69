import { finishedId } from '../engine/finishedInstances.mjs';

const get = path => ({ method: 'GET', path });

/** What clients ask, by its name; `any` is the number of a stored instance. */
export const loads = {
  list: () => get('/v2/instances?limit=50'),
  'list by workflow': any =>
    get(`/v2/instances?limit=50&workflowId=finished-${any % 20}`),
  'list by status': () => get('/v2/instances?limit=50&status=failed'),
  'list, deep in it': any =>
    get(`/v2/instances?limit=50&cursor=${placeAt(any)}`),
  get: any => get(`/v2/instances/${finishedId(any)}`),
  history: any => get(`/v2/instances/${finishedId(any)}/history?limit=100`),
  execute: () => ({
    method: 'POST',
    path: '/v2/workflows/hello/execute',
    body: '{"inputData":{}}',
  }),
};

/** The cursor of the page that begins after the stored instance. */
function placeAt(number) {
  const place = { createdAt: number * 1000, id: finishedId(number) };
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}
