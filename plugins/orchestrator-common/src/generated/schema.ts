// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
/** @public */
export interface paths {
    "/v2/workflows/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List workflows
         * Lists the workflows that the caller may read, with their last run and their figures. A definition with errors
         *     stays listed: `isAvailable` is false and `availability.reason` says where its first problem is.
         *     Filters, sorting and paging cover all workflows, not only those of a page. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        post: operations["getWorkflowsOverview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/overview/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the workflows of a catalog entity
         * Lists the workflows named by `annotationWorkflowIds`, and those that have run for `targetEntity`. Without both the
         *     list is empty. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        post: operations["getWorkflowsOverviewForEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow's definition
         * Answers the definition as JSON with what was found wrong with it, each problem at its line and column. A definition
         *     that cannot be read at all has no `definition`, only problems.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one workflow's overview
         * The same as one item of `getWorkflowsOverview`. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowOverviewById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow's source text
         * The text exactly as its author wrote it, also when it has problems. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowSourceById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/inputSchema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the JSON Schema of a workflow's input
         * The schema, or an empty object when the definition has none. With `instanceId` also `data`: the input of that
         *     instance, to run it again with. The instance must be one of this workflow that the caller may see, otherwise it
         *     does not exist (404). *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowInputSchemaById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/pingWorkflowService": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that a workflow can run
         * True when the definition has no error and all that it needs is there; false otherwise. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["pingWorkflowServiceById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a workflow
         * Checks `inputData` against the workflow's input schema, then creates an instance and answers its id at once. The
         *     run goes on after the answer: follow it by `streamInstance`, or read it by `getInstance`. With an
         *     `Idempotency-Key`, repeating the request answers the id of the first. *Compatible.*
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["executeWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List instances
         * Lists instances of all workflows, newest first unless asked otherwise. Their `nodes` are empty here; read one
         *     instance for its nodes. `totalCount` counts all that match. *Compatible.*
         *
         *     Fields to filter and order by: `id`, `processId`, `processName`, `version`, `state`, `start`, `end`,
         *     `initiatorEntity`, `targetEntity`.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        post: operations["getInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the instances of one workflow
         * As `getInstances`, for one workflow. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        post: operations["getWorkflowInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/instances/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the states of instances
         * The states that compatible operations use, with a label for people. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/instances/{instanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an instance with its nodes
         * One node for each execution of a task, in the order in which they began. `getInstance` says more. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["getInstanceById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/instances/{instanceId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the log lines of an instance
         * The lines that the run has written. Answers 501 where no log provider is installed; `getInstanceHistory` has the
         *     event log, which always exists. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["getWorkflowLogById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/instances/{instanceId}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Abort an instance
         * Cancels the instance: what it waits for is dropped, what it is doing is interrupted, nothing new begins. An instance
         *     that has ended cannot be aborted (409). *Compatible.*
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instanceAdminView`.
         */
        delete: operations["abortWorkflow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/{instanceId}/retrigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry an instance from where it failed
         * Runs the failed task of a failed instance again, in the same instance. Only a failed instance can be retried (409).
         *     Answers 501 where the engine does not offer it. *Compatible.*
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instanceAdminView`.
         */
        post: operations["retriggerInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of an instance
         * The instance as its event log tells it: status, tasks, input, output and error. Complete up to `seq`; events after
         *     it bring it up to date. Values over 4096 bytes come by reference, see `getPayload`.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through the event log of an instance
         * The same events, in the same order and with the same ids, as `streamInstance` sends. To page on, pass the id of the
         *     last item as `after`.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["getInstanceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/payloads/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a value that was too large for its event
         * The JSON value itself, for a `ref` that an event or a state of this instance names.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["getPayload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an instance live
         * Server-sent events. Without a cursor the first is `snapshot` (`SnapshotEvent`: the state and the id up to which it is
         *     complete), then every event of the log as it is written, named by its `type` and carrying its id. With a cursor the
         *     stream goes on right after it; a cursor that cannot be served (another epoch, trimmed, ahead of the log, far behind)
         *     gets a `snapshot` with a `reason`.
         *
         *     Without an id, so that they never move the cursor: `ping` (`PingEvent`) at a fixed interval, and `bye`
         *     (`ByeEvent`) as the last one before the server closes. A reconnect with the cursor at the end of an ended instance's
         *     log answers 204.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.
         */
        get: operations["streamInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** @public */
export type webhooks = Record<string, never>;
/** @public */
export interface components {
    schemas: {
        /** The body of every answer of 400 and above. */
        ErrorResponse: {
            error: components["schemas"]["ErrorBody"];
            request: components["schemas"]["ErrorRequest"];
            response: components["schemas"]["ErrorStatus"];
        };
        /** What failed, on what, and what to do. */
        ErrorBody: {
            /** The kind of error, e.g. `NotFoundError`. */
            name: string;
            message: string;
            code?: components["schemas"]["ErrorCode"];
            /** Each single fault, when there are several places to look at. */
            details?: components["schemas"]["ErrorDetail"][];
        };
        /**
         * Stable, for programs. Absent when the portal refuses a request before it reaches the orchestrator, which is so for a
         *     token that is missing or not valid.
         */
        ErrorCode: "WORKFLOW_NOT_FOUND" | "INSTANCE_NOT_FOUND" | "PAYLOAD_NOT_FOUND" | "INPUT_INVALID" | "DEFINITION_INVALID" | "STATE_CONFLICT" | "REQUEST_INVALID" | "NOT_IMPLEMENTED" | "UNAUTHENTICATED" | "FORBIDDEN" | "PAYLOAD_TOO_LARGE" | "IDEMPOTENCY_CONFLICT" | "STORE_UNAVAILABLE";
        ErrorDetail: {
            /** JSON pointer to what is wrong, e.g. `/name`; empty for the whole. */
            pointer: string;
            message: string;
        };
        ErrorRequest: {
            method: string;
            url: string;
        };
        ErrorStatus: {
            statusCode: number;
        };
        /** Which items, in which order, which page. */
        SearchRequest: {
            filters?: components["schemas"]["Filter"];
            paginationInfo?: components["schemas"]["PaginationInfoDTO"];
        };
        PaginationInfoDTO: {
            /** How many items a page has at most. */
            pageSize?: number;
            /** How many items to leave out before the page. */
            offset?: number;
            orderDirection?: components["schemas"]["OrderDirection"];
            /** The field to order by. */
            orderBy?: string;
        };
        OrderDirection: "ASC" | "DESC";
        /** A condition on the items of a list. */
        Filter: components["schemas"]["LogicalFilter"] | components["schemas"]["FieldFilter"] | components["schemas"]["NestedFilter"];
        /** Combines conditions; `NOT` holds when none of them does. */
        LogicalFilter: {
            operator: components["schemas"]["LogicalOperator"];
            filters: components["schemas"]["Filter"][];
        };
        LogicalOperator: "AND" | "OR" | "NOT";
        /** Compares a field; `IN` and `BETWEEN` take a list, `LIKE` takes `%` for any text, `IS_NULL` a boolean. */
        FieldFilter: {
            field: string;
            operator: components["schemas"]["FieldOperator"];
            value: components["schemas"]["FieldValue"];
        };
        FieldOperator: "EQ" | "GT" | "GTE" | "LT" | "LTE" | "IN" | "IS_NULL" | "LIKE" | "BETWEEN";
        /** A value, or a list of values. */
        FieldValue: string | number | boolean | components["schemas"]["ScalarValue"][];
        /** A single value. */
        ScalarValue: string | number | boolean;
        /** A condition on a field of a field. */
        NestedFilter: {
            field: string;
            nested: components["schemas"]["NestedCondition"];
        };
        /** What a nested filter holds. */
        NestedCondition: components["schemas"]["FieldFilter"] | components["schemas"]["NestedFilter"];
        WorkflowOverviewListResultDTO: {
            overviews?: components["schemas"]["WorkflowOverviewDTO"][];
            paginationInfo?: components["schemas"]["PaginationInfoDTO"];
        };
        WorkflowOverviewDTO: {
            workflowId: string;
            /** The title, or the name when there is none. */
            name?: string;
            format: components["schemas"]["WorkflowFormatDTO"];
            lastRunId?: string;
            /** When it last ran, in milliseconds since 1970; absent when it never did. */
            lastTriggeredMs?: number;
            lastRunStatus?: components["schemas"]["ProcessInstanceStatusDTO"];
            description?: string;
            /** Whether it can run. */
            isAvailable?: boolean;
            availability?: components["schemas"]["WorkflowAvailabilityResponseDTO"];
            version?: string;
            workflowRunStats?: components["schemas"]["WorkflowRunStatsDTO"];
        };
        WorkflowAvailabilityResponseDTO: {
            isAvailable?: boolean;
            statusCode?: number;
            urlToFetch?: string;
            /** Why it cannot run: the first problem of its definition, as `line 12, column 5: …`. */
            reason?: string;
        };
        WorkflowRunStatsDTO: {
            /** Completed among those that completed or failed, 0 to 1; absent before the first. */
            successRatio?: number;
            /** Runs of the last 30 days. */
            runsLastMonth?: number;
            successCount?: number;
            errorCount?: number;
            totalCount?: number;
            /** Milliseconds, of completed runs; absent before the first. */
            averageTimeToComplete?: number;
        };
        WorkflowFormatDTO: "yaml" | "json";
        WorkflowsOverviewForEntityRequest: {
            /** Reference of a catalog entity, e.g. `component:default/payments`. */
            targetEntity?: string;
            annotationWorkflowIds?: string[];
        };
        InputSchemaResponseDTO: {
            /** A JSON Schema. */
            inputSchema?: {
                [key: string]: unknown;
            };
            /** The input of the instance that was asked for. */
            data?: {
                [key: string]: unknown;
            };
        };
        ExecuteWorkflowRequestDTO: {
            /** The workflow's input. */
            inputData?: {
                [key: string]: unknown;
            };
            /** Tokens for the services that the workflow calls. Answers 501 where the server does not take them. */
            authTokens?: components["schemas"]["AuthToken"][];
            /** The catalog entity that the run is for, e.g. `component:default/payments`. */
            targetEntity?: string;
        };
        ExecuteWorkflowResponseDTO: {
            /** The instance's id. */
            id: string;
        };
        RetriggerInstanceRequestDTO: {
            authTokens?: components["schemas"]["AuthToken"][];
        };
        AuthToken: {
            /** Who issued it, e.g. `github`. */
            provider: string;
            token: string;
        };
        ProcessInstanceListResultDTO: {
            /** How many match in all. */
            totalCount?: number;
            items?: components["schemas"]["ProcessInstanceDTO"][];
            paginationInfo?: components["schemas"]["PaginationInfoDTO"];
        };
        ProcessInstanceDTO: {
            id: string;
            /** The workflow's id. */
            processId: string;
            version?: string;
            processName?: string;
            state?: components["schemas"]["ProcessInstanceStatusDTO"];
            status?: components["schemas"]["InstanceStatus"];
            /** Why it has this status, in one line. */
            because?: string;
            endpoint?: string;
            serviceUrl?: string;
            /** ISO 8601 in UTC. */
            start?: string;
            /** ISO 8601 in UTC. */
            end?: string;
            /** For people. */
            duration?: string;
            description?: string;
            workflowdata?: components["schemas"]["WorkflowDataDTO"];
            /** Who started it. */
            initiatorEntity?: string;
            targetEntity?: string;
            executionSummary?: string[];
            error?: components["schemas"]["ProcessInstanceErrorDTO"];
            nodes: components["schemas"]["NodeInstanceDTO"][];
        };
        ProcessInstanceStatusDTO: "ACTIVE" | "ERROR" | "COMPLETED" | "ABORTED" | "SUSPENDED" | "PENDING";
        NodeInstanceDTO: {
            /** Default: NodeInstance. */
            __typename?: string;
            /** The key of the task's execution. */
            id: string;
            name?: string;
            /** The kind of task, e.g. `set`. */
            type?: string;
            /** ISO 8601 in UTC. */
            enter?: string;
            /** ISO 8601 in UTC. */
            exit?: string;
            /** JSON pointer of the task in the definition. */
            definitionId?: string;
            nodeId?: string;
            errorMessage?: string;
        };
        ProcessInstanceErrorDTO: {
            /** Default: ProcessInstanceError. */
            __typename?: string;
            /** JSON pointer of the task that failed. */
            nodeDefinitionId: string;
            message?: string;
        };
        /** The run's output, or its input until there is one. `result` is shown to people. */
        WorkflowDataDTO: {
            result?: components["schemas"]["WorkflowResultDTO"];
        } & {
            [key: string]: unknown;
        };
        WorkflowResultDTO: {
            message?: string;
            nextWorkflows?: components["schemas"]["NextWorkflowDTO"][];
            outputs?: components["schemas"]["WorkflowOutputDTO"][];
        };
        NextWorkflowDTO: {
            id: string;
            name: string;
        };
        WorkflowOutputDTO: {
            key: string;
            value: components["schemas"]["OutputValue"];
            format?: components["schemas"]["OutputFormat"];
        };
        OutputValue: string | number;
        OutputFormat: "text" | "number" | "link" | "markdown";
        WorkflowRunStatusDTO: {
            /** For people. */
            key?: string;
            value?: string;
        };
        WorkflowLogsResponse: {
            instanceId?: string;
            logs?: components["schemas"]["WorkflowLogEntry"][];
        };
        WorkflowLogEntry: {
            id: string;
            log: string;
        };
        /** A definition and what was found wrong with it. */
        WorkflowDetails: {
            workflowId: string;
            /** Empty when it cannot be read. */
            namespace: string;
            name: string;
            /** Empty when it cannot be read. */
            version: string;
            title?: string;
            description?: string;
            format: components["schemas"]["WorkflowFormatDTO"];
            /** Whether no problem is an error. */
            valid: boolean;
            problems: components["schemas"]["DefinitionProblem"][];
            /** A JSON Schema. */
            inputSchema?: {
                [key: string]: unknown;
            };
            /** The document as JSON; absent when it is not readable. */
            definition?: {
                [key: string]: unknown;
            };
            tags: string[];
        };
        DefinitionProblem: {
            /** Stable, e.g. `UNSUPPORTED`. */
            code: string;
            severity: components["schemas"]["ProblemSeverity"];
            message: string;
            /** JSON pointer into the definition. */
            pointer: string;
            line: number;
            column: number;
            /** What was probably meant. */
            suggestion?: string;
        };
        ProblemSeverity: "error" | "warning";
        /** Any JSON value. */
        JsonValue: unknown;
        /** `<epoch>.<seq>`. The epoch changes when a log is rebuilt. */
        EventId: string;
        /**
         * Default: asc.
         */
        HistoryOrder: "asc" | "desc";
        InstanceStatus: "pending" | "running" | "waiting" | "retrying" | "suspended" | "completed" | "failed" | "cancelled";
        TaskStatus: "pending" | "running" | "waiting" | "retrying" | "suspended" | "completed" | "failed" | "cancelled" | "skipped";
        WorkflowVersion: {
            id: string;
            version: string;
        };
        /** The fold of an instance's event log up to `seq`. */
        InstanceState: {
            id: string;
            workflow: components["schemas"]["WorkflowVersion"];
            seq: number;
            epoch: string;
            status: components["schemas"]["InstanceStatus"];
            /** Why it has this status, in one line. */
            because?: string;
            /** ISO 8601 in UTC. */
            createdAt: string;
            /** ISO 8601 in UTC. */
            startedAt?: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
            /** Who started it, e.g. `user:default/ada`. */
            initiator?: string;
            targetEntity?: string;
            input?: components["schemas"]["Payload"];
            output?: components["schemas"]["Payload"];
            error?: components["schemas"]["ErrorDetails"];
            /** One for each execution of a task, in the order in which they first appear. */
            tasks: components["schemas"]["TaskState"][];
        };
        TaskState: {
            /** Unique for this execution in its instance, e.g. `/do/0/each/do/0/fetch[3]`. */
            key: string;
            /** JSON pointer of the task in the definition. */
            ref: string;
            name: string;
            /** E.g. `call`. */
            kind?: string;
            /** Loop indices, outermost first, e.g. `3.0`. */
            iteration?: string;
            attempt?: number;
            status: components["schemas"]["TaskStatus"];
            /** ISO 8601 in UTC. */
            startedAt?: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
            input?: components["schemas"]["Payload"];
            output?: components["schemas"]["Payload"];
            error?: components["schemas"]["ErrorDetails"];
            /** While it waits or backs off: until when, ISO 8601 in UTC. */
            waitingUntil?: string;
            retries: components["schemas"]["TaskRetry"][];
            call?: components["schemas"]["TaskCall"];
        };
        TaskRetry: {
            /** The attempt that was scheduled. */
            attempt: number;
            /** ISO 8601 in UTC. */
            nextAt: string;
            error: components["schemas"]["ErrorDetails"];
        };
        /** The task's last call. */
        TaskCall: {
            /** E.g. `GET http://localhost:7007/api/catalog/entities`. */
            target: string;
            /** The HTTP status, when an answer came. */
            status?: number;
            /** Whether it succeeded; absent while it is under way. */
            ok?: boolean;
        };
        /** A recorded value, inline or by reference. */
        Payload: components["schemas"]["InlinePayload"] | components["schemas"]["PayloadRef"];
        InlinePayload: {
            value: components["schemas"]["JsonValue"];
        };
        PayloadRef: {
            /** For `getPayload`. */
            ref: string;
            /** Size as UTF-8 JSON text. */
            bytes: number;
            sha256: string;
            /** The first 200 characters of the JSON text. */
            preview: string;
        };
        /** An error inside a run, as RFC 9457 and the language have it. */
        ErrorDetails: {
            /** E.g. `https://serverlessworkflow.io/spec/1.0.0/errors/communication`. */
            type: string;
            status: number;
            title?: string;
            detail?: string;
            /** JSON pointer of the task that raised it. */
            instance?: string;
        };
        EventPage: {
            items: components["schemas"]["OrchestratorEvent"][];
            epoch: string;
            /** The oldest `seq` that the log still has. */
            first: number;
            /** The newest `seq`. */
            head: number;
            /** How many events the log has. */
            total: number;
        };
        /** One entry of an instance's log. Ignore types and fields that you do not know. */
        OrchestratorEvent: {
            /** Version of this envelope, 1. */
            v: number;
            id: components["schemas"]["EventId"];
            /** From 1, without gaps within the instance. */
            seq: number;
            /** E.g. `task.started`. */
            type: string;
            /** ISO 8601 in UTC. */
            time: string;
            instanceId: string;
            workflow: components["schemas"]["WorkflowVersion"];
            task?: components["schemas"]["TaskRef"];
            actor?: components["schemas"]["Actor"];
            /** What happened; its fields depend on `type`. */
            data: {
                [key: string]: unknown;
            };
        };
        TaskRef: {
            /** JSON pointer of the task in the definition. */
            ref: string;
            name: string;
            iteration?: string;
            attempt?: number;
            /** The key of the task's execution. */
            runId: string;
        };
        Actor: {
            kind: components["schemas"]["ActorKind"];
            ref?: string;
            reason?: string;
        };
        ActorKind: "user" | "service" | "system";
        /** What the live stream sends when it has to replace all that the client knows. */
        SnapshotEvent: {
            v: number;
            id: components["schemas"]["EventId"];
            seq: number;
            type: "snapshot";
            /** ISO 8601 in UTC. */
            time: string;
            instanceId: string;
            workflow: components["schemas"]["WorkflowVersion"];
            data: components["schemas"]["SnapshotData"];
        };
        SnapshotData: {
            state: components["schemas"]["InstanceState"];
            reason?: components["schemas"]["SnapshotReason"];
        };
        /**
         * Why the cursor could not be served; absent when there was none.
         */
        SnapshotReason: "epoch" | "expired" | "ahead" | "lagging";
        /** The live stream's heartbeat. `head` behind the log's end tells a client that it has lost something. */
        PingEvent: {
            /** ISO 8601 in UTC. */
            serverTime: string;
            head: components["schemas"]["EventId"];
            /** Milliseconds until the next one. */
            intervalMs: number;
        };
        /** The last event before the server closes the live stream. */
        ByeEvent: {
            reason: components["schemas"]["ByeReason"];
            /** When to come back. */
            reconnectAfterMs?: number;
        };
        ByeReason: "finished" | "shutdown" | "token-expired" | "max-age" | "forbidden" | "slow-consumer";
    };
    responses: {
        /** The request is malformed. `details` names each part that is wrong. */
        RequestInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The token is missing, expired or not valid. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The caller may not do this. The message names the permission that is missing. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no workflow with this id. */
        WorkflowNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no instance with this id that the caller may see. */
        InstanceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no workflow with this id, or no instance of it that the caller may see. */
        WorkflowOrInstanceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no instance with this id that the caller may see, or it has no value with this reference. */
        PayloadNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The instance's state does not allow this. The message names the state. */
        StateConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The idempotency key was used for another request. */
        IdempotencyConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The body is larger than the server takes (1 MiB unless configured otherwise). */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The input does not fit the workflow's schema, or the definition has problems. No instance was created. */
        CannotExecute: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** This server does not offer it. The message says what to use instead. */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The database cannot be reached. Try again. */
        StoreUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
        WorkflowId: string;
        /** The instance's id. */
        InstanceId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    getWorkflowsOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** The workflows of the page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowOverviewListResultDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowsOverviewForEntity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkflowsOverviewForEntityRequest"];
            };
        };
        responses: {
            /** The workflows of the entity. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowOverviewListResultDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDetails"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowOverviewById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The overview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowOverviewDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowSourceById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The text, YAML or JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowInputSchemaById: {
        parameters: {
            query?: {
                /** An instance whose input is wanted. */
                instanceId?: string;
            };
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The schema, and the input of the instance if one was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InputSchemaResponseDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrInstanceNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    pingWorkflowServiceById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Whether the workflow can run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    executeWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers the instance of the first request;
                 *     with another workflow or body it is refused (409).
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecuteWorkflowRequestDTO"];
            };
        };
        responses: {
            /** The instance was created, or had been by the same key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecuteWorkflowResponseDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["CannotExecute"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getInstances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** The instances of the page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessInstanceListResultDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowInstances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** The instances of the page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessInstanceListResultDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            413: components["responses"]["PayloadTooLarge"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The states. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRunStatusDTO"][];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
        };
    };
    getInstanceById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessInstanceDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowLogById: {
        parameters: {
            query?: {
                /** Whether lines come as the provider has them, without clean-up. */
                rawlog?: boolean;
            };
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The lines, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowLogsResponse"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    abortWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The instance will be cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            409: components["responses"]["StateConflict"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    retriggerInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetriggerInstanceRequestDTO"];
            };
        };
        responses: {
            /** The retry has begun. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrInstanceNotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceState"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getInstanceHistory: {
        parameters: {
            query?: {
                /**
                 * Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than
                 *     the log's is as none.
                 */
                after?: components["schemas"]["EventId"];
                /** How many events at most. */
                limit?: number;
                /** Oldest first, or newest first. */
                order?: components["schemas"]["HistoryOrder"];
            };
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getPayload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The reference, as the event has it. */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonValue"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PayloadNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    streamInstance: {
        parameters: {
            query?: {
                /** Id of the last event the client has. `Last-Event-ID` wins over it. */
                after?: components["schemas"]["EventId"];
            };
            header?: {
                /** Id of the last event the client has, as event sources send it when they reconnect. */
                "Last-Event-ID"?: components["schemas"]["EventId"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** The instance has ended and the client has its whole log. Do not reconnect. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
}
