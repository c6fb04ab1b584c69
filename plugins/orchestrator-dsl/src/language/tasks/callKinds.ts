/** What `call` takes beside functions (DSL reference, "Call"). @internal */
export const CALL_KINDS = [
  'a2a',
  'asyncapi',
  'grpc',
  'http',
  'mcp',
  'openapi',
] as const;
