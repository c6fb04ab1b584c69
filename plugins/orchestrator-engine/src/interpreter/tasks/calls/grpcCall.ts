import type {
  CallGrpcTask,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { GrpcEffect } from '../../effects';
import { fillObject, fillText, fillWholeNumber } from '../../fillAs';
import { resourceOf } from '../../resources';
import type { Evaluation } from '../../Run';
import type { CallEffect } from './CallEffect';

/** DSL reference, "gRPC Call". */
export const grpcCall: CallEffect<CallGrpcTask, GrpcEffect> = (
  { with: { proto, service, method, arguments: fields } },
  { base, on, credentials },
) => ({
  ...base,
  kind: 'grpc',
  proto: resourceOf(proto, on),
  service: {
    name: fillText(service.name, on, 'service.name'),
    host: fillText(service.host, on, 'service.host'),
    ...(service.port !== undefined && { port: portOf(service.port, on) }),
    ...(credentials && { authentication: credentials }),
  },
  method: fillText(method, on, 'method'),
  arguments: fillObject(fields, on, 'arguments'),
});

function portOf(template: Template, on: Evaluation): number {
  return fillWholeNumber(template, on, { what: 'service.port', least: 1 });
}
