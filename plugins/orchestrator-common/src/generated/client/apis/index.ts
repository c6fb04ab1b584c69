// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
/* tslint:disable */
/* eslint-disable */
export * from './ActingApi';
export * from './ApprovalsApi';
export * from './CanvasApi';
export * from './EventsApi';
export * from './InstancesApi';
export * from './JobsApi';
export * from './RunningApi';
export * from './ServerApi';
export * from './TasksApi';
export * from './TriggersApi';
export * from './WebhooksApi';
export * from './WorkflowsApi';
