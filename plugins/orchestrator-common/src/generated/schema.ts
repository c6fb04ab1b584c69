// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
/** @public */
export interface paths {
    "/v2/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search workflows
         * Lists the workflows that the caller may read, with their health and their last run. Search, filters, order and paging
         *     are the database's, over all workflows. A definition with errors stays listed, as `invalid`.
         *
         *     Permission: `orchestrator.workflow`. Last run and health are those of the runs that the caller may see.
         */
        get: operations["listWorkflows"];
        put?: never;
        /**
         * Create a workflow
         * Publishes a definition that is kept in the database. The body is its text, YAML or JSON, and is kept as it is. Its id
         *     follows from `document`: the name, preceded by the namespace unless that is `default`.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["createWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a definition
         * Tells what is wrong with a definition, each problem at its line and column, without keeping it.
         *
         *     Permission: `orchestrator.workflow`.
         */
        post: operations["validateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         *     Filters, sorting and paging cover all workflows, not only those of a page. Without a page size the first 1000 are
         *     listed. *Compatible.*
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
         * Lists the workflows named by `annotationWorkflowIds`, and those that have run for `targetEntity`: the first 1000. Without
         *     both the list is empty. *Compatible.*
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
        /**
         * Replace a workflow's definition
         * Publishes another text of a workflow that was created through the API; the new one is what runs from now on, instances
         *     keep the text they started with. With `If-Match` only when the definition is still the one that the caller has seen.
         *
         *     A workflow that comes from a folder or a URL is changed there (409).
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        put: operations["updateWorkflow"];
        post?: never;
        /**
         * Delete a workflow
         * Takes a workflow that was created through the API from the list. Running instances go on with the text they started
         *     with; ended ones stay readable.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        delete: operations["deleteWorkflow"];
        options?: never;
        head?: never;
        /**
         * Change what is said about a workflow
         * Sets title and tags in place of those of the definition, and whether it may be run, whatever source the definition has.
         *     What is left out stays; `null` goes back to what the definition says. The text is not touched.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        patch: operations["patchWorkflow"];
        trace?: never;
    };
    "/v2/workflows/{workflowId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the definitions that a workflow has had
         * Every text that was ever published under this id, newest first.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["listWorkflowVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow as a graph
         * Nodes, containers and edges to draw. The id of a task's node is its JSON pointer, so what an instance tells of a task
         *     leads to its node. `format=mermaid` answers the text of a Mermaid flowchart instead.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/dryRun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a workflow without effects
         * Runs the definition by the real interpreter, in memory: nothing is called, timers pass at once, no instance is created.
         *     A call answers what `mocks` says for its task, otherwise `null`; a listening task receives the events of its mock.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["dryRunWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/tasks/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one task alone
         * Runs a single task of the definition with the input given, for real, as a test session: its calls are made unless
         *     `mocks` answers them, and timers pass at once. Nothing of it is in lists, counts and stats.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["executeTask"];
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
         *     run goes on after the answer: follow it by `streamInstance`, read it by `getInstance`, or `wait` for its end. With an
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
         *     `initiatorEntity`, `targetEntity`, `businessKey`. A nested filter on `variables` knows `initiatorEntity` and
         *     `targetEntity`, too.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
         * One node for each execution of a task, in the order in which they began; of more than 500 those that have not ended, the latest
         *     of each task and the last others, see `nodesLeftOut`. `getInstance` says more. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
         * The event log of the run as lines for people: the last 10000, oldest first. `getInstanceLogs` pages through all,
         *     `getInstanceHistory` has the events themselves. *Compatible.*
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
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
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["retriggerInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search instances
         * Lists the instances that the caller may see, newest first. Pages follow one another without gaps or repeats, whatever
         *     is started in between: pass `next` of a page as `cursor` of the next one.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["listInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two instances
         * Tells in what two runs differ: input, output, and for each task how it went and how long it took. The first 1000 of each,
         *     see `leftOut`.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["compareInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on many instances
         * Does the same with each instance that the query finds and on which the caller may act, in the background. Which instances
         *     those are is settled now, and so is that the caller may: the job goes on with what it has been given, whoever is asked
         *     later. It survives restarts, and does nothing twice. What became of each instance is told by `getJob`; `previewBulkJob`
         *     tells beforehand what would be done.
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["startBulkJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what a job would act on
         * Counts what the same request to `startBulkJob` would find now: how many instances, how many of them are in a state in which
         *     the action means nothing, and how many the caller may see but not act on. Nothing is done.
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["previewBulkJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * Lists the jobs that the caller has started, newest first; with `orchestrator.instanceAdminView` those of everybody.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job and what became of each instance
         * Figures of the job and a page of its outcomes, in the order in which the instances are acted on. An outcome is what became
         *     of the instance, not that it was asked: it is `succeeded` when the instance has done so.
         *
         *     Permission: who started the job sees it; others need `orchestrator.instanceAdminView`.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/jobs/{jobId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a job
         * Lets the job ask no further instance until it is resumed. What it has asked for already still happens.
         *
         *     Permission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.
         */
        post: operations["pauseJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/jobs/{jobId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a job go on
         * Lets a job go on that was paused.
         *
         *     Permission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.
         */
        post: operations["resumeJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * Ends the job: instances that it has not asked yet are left alone, and are `skipped`.
         *
         *     Permission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.
         */
        post: operations["cancelJob"];
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
         *     it bring it up to date. Values over 4096 bytes come by reference, see `getPayload`; where the values of tasks have more than
         *     262144 bytes together, those of earlier tasks do so too. After many executions of tasks the latest are shown, see
         *     `tasksLeftOut`.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        /**
         * Delete an instance that has ended
         * Deletes the instance with its log and its values, for good. One that has not ended must be cancelled first (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        delete: operations["deleteInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instance's log lines
         * What the run has to say to people, a line for each thing worth telling. To read on, pass `next` as `after`; with `wait`
         *     the answer comes as soon as there are more lines.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getInstanceLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far an instance is
         * Counts the tasks of the workflow's top level, says what the run waits for, and estimates its end from how long each of
         *     these tasks has taken in earlier completed runs of the same workflow.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the task runs of an instance
         * One for each execution of a task, in the order in which they began.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["listTaskRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a task run with its attempts
         * The run with this task key, or the last run of the task at this JSON pointer; with the last 100 runs of the task as its attempts.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getTaskRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through what happened to a task
         * The events of a task and of the tasks within it, as `getInstanceHistory` has them.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/stages/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through what happened in a stage
         * The events of the n-th task of the workflow's top level, counted from 1, and of the tasks within it.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getStageHistory"];
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
         *     last item as `after`. With `wait` an empty page is answered only when nothing has come for so long.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
         * The JSON value itself, for a `ref` that an event or a state of this instance names. It is sent as it is read, however large
         *     it is, and never changes: its `ETag` is its hash. What the state of the instance and the events of its log refer to is there;
         *     a value that only deleted events have referred to is deleted with them, and the message of the 404 says so.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`, and their values
         *     `orchestrator.workflowAdminView` (403 otherwise).
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
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
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
    "/v2/instances/{instanceId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an instance
         * No further task begins until it is resumed; what runs may end. One that has ended or is suspended is refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["suspendInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a suspended instance
         * It goes on where it stood. Only a suspended instance can be resumed (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["resumeInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an instance
         * What it waits for is dropped, what it is doing is interrupted and, unless `force` is set, waited for; nothing new begins. One that has ended is refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["cancelInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed instance
         * Goes on with the tasks that failed, in the same instance; nothing that has completed is done again. With `from` it goes on from an earlier task, with `version` by another definition if what has happened so far fits it (409 otherwise).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["retryInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the same again
         * Starts a new instance of the same workflow with the same input, target entity, business key and labels, by the
         *     definition that the workflow has now. `inputData` takes the place of the input.
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["rerunInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a task out
         * Its output is its input, and the flow goes on after it. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others
         *     are refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["skipTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a task again
         * A task that has failed runs again; one that waits for its next attempt begins it at once. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others
         *     are refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["retryTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task by hand
         * The task ends with the output given, and the flow goes on after it. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others
         *     are refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/tasks/{taskRef}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a task fail
         * The task ends with the error given, as if it had raised it; what the definition says for that is done. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others
         *     are refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["failTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/instances/{instanceId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through the events of an instance
         * The same as `getInstanceHistory`, beside the stream of the same events.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getInstanceEvents"];
        put?: never;
        /**
         * Send an event to one instance
         * Delivers a CloudEvent, structured or binary as `publishEvent` takes it, to this instance alone, at least once and durably: a task that listens for it now or later takes it.
         *     The same `source` and `id` again are answered as `duplicate`. An instance that has ended is refused (409).
         *
         *     Permission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.
         */
        post: operations["sendEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an event to all that listen
         * Takes a CloudEvent: structured, as `application/cloudevents+json` or `application/json`; or binary, with the attributes in
         *     `ce-…` headers and the data as the body. It is kept before it is answered, and delivered at least once to every
         *     instance and trigger that listens for it. The same `source` and `id` again are answered as `duplicate`.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["publishEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow many instances live
         * Server-sent events of all instances that match and that the caller may see, in the order in which they were committed.
         *     Without the id of a last event the stream begins with a `snapshot`, whose id is where the log of all instances stands; with
         *     one that cannot be gone on from, with a `snapshot` that says why in `reason`: `expired` when something was deleted that came
         *     after it, or an instance with all its events since. Who is connected then gets such a `snapshot` too, within a minute: lists
         *     are to be read anew.
         *     Ids are positions in the log of all instances: a client that reconnects with the last one misses nothing. Events that are
         *     left out move the cursor by `cursor` events. `ping` and `bye` are as in `streamInstance`.
         *
         *     The same over a WebSocket: `GET /v2/events/ws` with these parameters in the query, `Upgrade: websocket` and
         *     `Sec-WebSocket-Protocol: orchestrator.v2` answers 101, and then sends each event as a text message of JSON,
         *     `{id?, event, data}`. The token stands in `Authorization`, or, from browsers, as a second protocol beside
         *     `orchestrator.v2`. Without `Upgrade` it answers 426; what is wrong with the request is answered before the upgrade, by
         *     400, 401, 403 or 429 without a body, and 503 with `Retry-After` as long as no other request has come to this process.
         *     Clients send nothing: who does is hung up on with 1008 (1009 above 1 kB), and so is who pings more often than requests are
         *     allowed. The server closes with 1000 after `bye`, and with 1011 when it breaks.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/canvas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a workflow as a canvas
         * Its tasks with their position, and how the flow goes between them. A position that was set stands in the task's
         *     `metadata.canvas`; a task without one stands where the layout puts it.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getWorkflowCanvas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a task
         * Publishes the definition with one more task, in the list and at the place given. Comments and order of the text stay;
         *     spacing is made even.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["addNode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/nodes/{nodeId}": {
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
         * Remove a task
         * Publishes the definition without this task and what is in it.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        delete: operations["removeNode"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * Publishes the definition with this task changed: its name, what it does, or its position. A new name goes into the
         *     `then`s that lead to the task.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        patch: operations["updateNode"];
        trace?: never;
    };
    "/v2/workflows/{workflowId}/nodes/{nodeId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a task
         * Publishes the definition with this task at another place of its list, or in another list.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["moveNode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/nodes/{nodeId}/input": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the input of a task
         * The input that the task has had in an instance, in its last run there; or in a test session of `executeTask`. One of the two is given.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getNodeInput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/workflows/{workflowId}/nodes/{nodeId}/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the output of a task
         * The output that the task has had in an instance, in its last run there; or in a test session of `executeTask`. One of the two is given.
         *
         *     Permission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.
         */
        get: operations["getNodeOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/node-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what tasks there can be
         * Every kind of task of the language and every function that this deployment offers, each with the JSON Schema of what it is
         *     written with and an example to begin with.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["listNodeTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people are asked
         * The approvals that the caller may see: those that name the caller, or a group of the caller's, as an approver, and those of
         *     runs that the caller has started; all of them for those who see the runs of others. What is pending comes oldest first,
         *     anything else newest first.
         *
         *     Permission: none, whom an approval names sees it; to see those that name others `orchestrator.instanceAdminView`.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/approvals/{approvalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an approval
         * What is asked, of whom, until when, and what was decided. Approvers see this although they may not see the run itself: its
         *     input, its log and its other tasks stay hidden from them.
         *
         *     Permission: none, whom the approval names sees it; to see those that name others `orchestrator.instanceAdminView`.
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/approvals/{approvalId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide an approval
         * Counts the caller's decision. The first of the approval's `decisions` needs as many people as `required` says; any other is
         *     taken as soon as one person decides so. Each person decides once. When it is decided already the answer is 409 and says by
         *     whom. With a form, `data` must fit its schema, and cannot be left out with the first decision (422).
         *
         *     Permission: none, one is named as an approver, oneself or by a group, and nothing takes the place of that. With
         *     `excludeInitiator` who has started the run cannot decide.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what starts workflows
         * Schedules and events that the definitions name, with when each is due next.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["listTriggers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers/{triggerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a trigger
         * When it is due next, when it was last, and whether it waits.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["getTrigger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers/{triggerId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a trigger
         * It starts nothing until it is resumed.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["pauseTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers/{triggerId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused trigger
         * From now on it starts runs again; what fell due meanwhile is not made up for.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["resumeTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers/{triggerId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a trigger once
         * Starts one run now, as the trigger would. Its next time stays.
         *
         *     Permission: `orchestrator.workflow.use`.
         */
        post: operations["testTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/triggers/{triggerId}/occurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List when a trigger has started and will start runs
         * Past occurrences, latest first, with the run of each or why there is none, and the next times to come. Past ones are kept for
         *     30 days, or as long as `retention.occurrences` says.
         *
         *     Permission: `orchestrator.workflow`.
         */
        get: operations["listOccurrences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * Secrets are not shown.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent to an address
         * From now on every event of the types given is sent there by POST: a CloudEvent (JSON), signed by the Standard Webhooks scheme
         *     (`webhook-id`, `webhook-timestamp`, `webhook-signature`), and tried again with growing pauses for three days when it fails. At
         *     least once, order not promised. Any 2xx is a success; 410 switches the webhook off. The answer holds the secret, this once.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * What it is sent, and where to; never its secret.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * Nothing more is sent, also not what was to be tried again.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * What is left out stays. With `rotateSecret` the answer holds a new secret, with `secret` the one that is given; the one that it
         *     replaces signs along for a day. One that is switched on again gets what was still to be sent when it was switched off, and
         *     events from now on.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * Sends an event of the type `webhook.test` now, once, and tells how it went; also to a webhook that is switched off.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent
         * Latest first, each with every attempt. Deliveries are kept for a week unless it is configured otherwise.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send something again
         * With the same `webhook-id`, so that a receiver knows it as the same, whatever became of it before.
         *
         *     Permission: `orchestrator.workflow.manage`.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what this server is and can
         * Its version, what it runs instances with, which versions of the language it reads, and what is configured.
         *
         *     Permission: none; the caller must be signed in.
         */
        get: operations["getServerInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See whether the orchestrator works
         * Whether the database answers and instances are being run, and how much there is to do.
         *
         *     Permission: none; the caller must be signed in.
         */
        get: operations["getHealth"];
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
        ErrorCode: "WORKFLOW_NOT_FOUND" | "WORKFLOW_EXISTS" | "WORKFLOW_READ_ONLY" | "WORKFLOW_DISABLED" | "VERSION_CONFLICT" | "INSTANCE_NOT_FOUND" | "TASK_NOT_FOUND" | "TRIGGER_NOT_FOUND" | "APPROVAL_NOT_FOUND" | "JOB_NOT_FOUND" | "PAYLOAD_NOT_FOUND" | "WEBHOOK_NOT_FOUND" | "DELIVERY_NOT_FOUND" | "INPUT_INVALID" | "DEFINITION_INVALID" | "STATE_CONFLICT" | "REQUEST_INVALID" | "NOT_IMPLEMENTED" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_ACCEPTABLE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "TOO_MANY_STREAMS" | "OVERLOADED" | "AUTH_TOKENS_REQUIRED" | "ENCRYPTION_KEY_MISSING" | "PAYLOAD_TOO_LARGE" | "IDEMPOTENCY_CONFLICT" | "STORE_UNAVAILABLE";
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
            authTokens?: components["schemas"]["AuthTokens"];
            /** The catalog entity that the run is for, e.g. `component:default/payments`. */
            targetEntity?: string;
            /** What the run is about in the world outside; for finding it again. */
            businessKey?: string;
            labels?: components["schemas"]["Labels"];
            /**
             * When instances wait for a worker, those with a higher one are taken up first.
             * Default: 0.
             */
            priority?: number;
        };
        ExecuteWorkflowResponseDTO: {
            /** The instance's id. */
            id: string;
            status?: components["schemas"]["InstanceStatus"];
            output?: components["schemas"]["JsonValue"];
            error?: components["schemas"]["ErrorDetails"];
        };
        RetriggerInstanceRequestDTO: {
            authTokens?: components["schemas"]["AuthTokens"];
        };
        /**
         * Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in
         *     `use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not
         *     at all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.
         */
        AuthTokens: components["schemas"]["AuthToken"][];
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
            /** How many that have ended are not among the nodes, for there are many: `listTaskRuns` has all. Default: none. */
            nodesLeftOut?: number;
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
            /** Its owner, as `metadata.owner` of the document says. */
            owner?: string;
            /** SHA-256 of the text. */
            hash?: string;
            /** Where the text comes from; `api` when it was created here. */
            source?: string;
            /** Whether it may be run. */
            enabled?: boolean;
            /** When this text was first published, ISO 8601 in UTC. */
            loadedAt?: string;
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
            businessKey?: string;
            labels?: components["schemas"]["Labels"];
            parent?: components["schemas"]["ParentLink"];
            input?: components["schemas"]["Payload"];
            output?: components["schemas"]["Payload"];
            error?: components["schemas"]["ErrorDetails"];
            /** One for each execution of a task, in the order in which they first appear; see `tasksLeftOut`. */
            tasks: components["schemas"]["TaskState"][];
            /**
             * How many executions are not in `tasks`: when there are more than 500, the earlier ones of those that have ended and were
             *     followed by another of the same task. `listTaskRuns` has all.
             */
            tasksLeftOut?: number;
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
            /** The latest 50, in order. */
            retries: components["schemas"]["TaskRetry"][];
            /** How many earlier ones are not in `retries`; the log has all. */
            retriesLeftOut?: number;
            approval?: components["schemas"]["TaskApproval"];
            call?: components["schemas"]["TaskCall"];
        };
        /** What the task asks people, or has asked them. */
        TaskApproval: {
            /** Of the approval. */
            id: string;
            title: string;
            /** Entity refs of users and groups. */
            approvers: string[];
            /** When it is late, ISO 8601 in UTC. */
            dueAt?: string;
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
        Payload: components["schemas"]["InlinePayload"] | components["schemas"]["PayloadRef"] | components["schemas"]["RedactedPayload"];
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
        /** A value that the caller may not see. */
        RedactedPayload: {
            redacted: true;
            /** What it takes to see it. */
            permission: string;
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
            next?: components["schemas"]["EventId"];
            prev?: components["schemas"]["EventId"];
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
         * Why the cursor could not be served: the log was made anew (`epoch`), something after it was deleted (`expired`), it is ahead of
         *     the log (`ahead`), or it is too far behind (`lagging`). Absent when there was none.
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
        /**
         * `invalid`: the definition has errors. `disabled`: it may not be run. `failing`: the last run that ended has failed.
         *     `healthy`: it has not. `idle`: none has ended yet.
         */
        WorkflowHealth: "healthy" | "failing" | "idle" | "disabled" | "invalid";
        WorkflowPage: {
            items: components["schemas"]["WorkflowSummary"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** A workflow in a list. */
        WorkflowSummary: {
            workflowId: string;
            /** The title, or the name when there is none. */
            title: string;
            description?: string;
            /** Empty when it cannot be read. */
            version: string;
            format: components["schemas"]["WorkflowFormatDTO"];
            /** Where the definition comes from; `api` when it was created here. */
            source: string;
            /** Whether no problem of its definition is an error. */
            valid: boolean;
            /** Whether it may be run. */
            enabled: boolean;
            health: components["schemas"]["WorkflowHealth"];
            /** Its owner, as `metadata.owner` of the document says. */
            owner?: string;
            tags: string[];
            /** When it was last published, ISO 8601 in UTC. */
            updatedAt: string;
            firstProblem?: components["schemas"]["DefinitionProblem"];
            lastRun?: components["schemas"]["LastRun"];
            stats?: components["schemas"]["WorkflowRunStatsDTO"];
        };
        LastRun: {
            instanceId: string;
            status: components["schemas"]["InstanceStatus"];
            /** ISO 8601 in UTC. */
            createdAt: string;
        };
        WorkflowPatch: {
            title?: string | null;
            tags?: string[] | null;
            /** Whether it may be run. */
            enabled?: boolean;
        };
        DefinitionVersionPage: {
            items: components["schemas"]["DefinitionVersion"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** One text that a workflow has had. */
        DefinitionVersion: {
            /** As the definition has it. */
            version: string;
            /** SHA-256 of the text. */
            hash: string;
            /** Whether it is what runs now. */
            current: boolean;
            /** Whether no problem is an error. */
            valid: boolean;
            /** When it was first published, ISO 8601 in UTC. */
            loadedAt: string;
        };
        ValidationResult: {
            /** Whether no problem is an error. */
            valid: boolean;
            problems: components["schemas"]["DefinitionProblem"][];
        };
        WorkflowGraph: {
            /** In the order of the definition, a task before what it holds. */
            nodes: components["schemas"]["GraphNode"][];
            /** The first is the workflow's own. */
            containers: components["schemas"]["GraphContainer"][];
            edges: components["schemas"]["GraphEdge"][];
        };
        /** A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends. */
        GraphNode: {
            /** JSON pointer of the task; of a point that of its container and its kind. */
            id: string;
            /** Kind of the task, e.g. `set`; or `start`, `end`, `stop`. */
            kind: string;
            /** Id of the container it stands in. */
            container: string;
            /** Empty for a point. */
            title: string;
            /** What it does, in one line. */
            summary?: string;
            /** jq: when this does not hold, the task is skipped. */
            condition?: string;
            /** How what fails in it is tried again, in words. */
            retry?: string;
            /** How long it may take, in words. */
            timeout?: string;
            /** Names of the extensions that run around it. */
            extensions: string[];
        };
        /** A list of tasks. */
        GraphContainer: {
            /** JSON pointer of the list. */
            id: string;
            /** What its tasks are to the task that holds them, e.g. `try`. */
            role: string;
            /** Id of the task that holds it; the workflow's own has none. */
            owner?: string;
            /** How often or when its tasks run. */
            label?: string;
            nodes: string[];
        };
        GraphEdge: {
            id: string;
            /** Why the flow goes this way, e.g. `next`, `case`, `loop`. */
            kind: string;
            from: string;
            to: string;
            /** When it is taken, where that is not always. */
            label?: string;
        };
        /** What a task's calls answer instead of being made; one of `output`, `outputs` and `error`, or `events`. */
        Mock: {
            output?: components["schemas"]["JsonValue"];
            /** One for each call, in order; the last one for all that follow. */
            outputs?: components["schemas"]["JsonValue"][];
            error?: components["schemas"]["ErrorDetails"];
            /** What a listening task receives, in order. */
            events?: components["schemas"]["CloudEvent"][];
        };
        /** By JSON pointer of the task. */
        Mocks: {
            [key: string]: components["schemas"]["Mock"];
        };
        DryRunRequest: {
            /** The workflow's input. */
            inputData?: {
                [key: string]: unknown;
            };
            mocks?: components["schemas"]["Mocks"];
        };
        /** A call that the run would make, or has made. */
        MadeCall: {
            /** Key of the task's execution. */
            task: string;
            /** E.g. `http`. */
            kind: string;
            /** What is called, for people. */
            target: string;
            /** Whether a mock has answered it. */
            mocked: boolean;
            input?: components["schemas"]["JsonValue"];
        };
        DryRunResult: {
            status: components["schemas"]["InstanceStatus"];
            /** When it goes no further: what it waits for. */
            because?: string;
            output?: components["schemas"]["JsonValue"];
            error?: components["schemas"]["ErrorDetails"];
            /** How long the run would have waited for timers. */
            virtualMs: number;
            /** Of more than 500 executions those that have not ended, the latest of each task, and the last others. */
            tasks: components["schemas"]["TaskState"][];
            /** How many executions are not among the tasks. Default: none. */
            tasksLeftOut?: number;
            /** The first 1000. */
            calls: components["schemas"]["MadeCall"][];
            /** How many came after them, when there were more. Default: none. */
            callsLeftOut?: number;
        };
        ExecuteTaskRequest: {
            /** JSON pointer of the task in the definition. */
            taskRef: string;
            input?: components["schemas"]["JsonValue"];
            mocks?: components["schemas"]["Mocks"];
            /**
             * Format: uuid
             * Names the trials that belong together, in the audit; a new one when left out.
             */
            sessionId?: string;
        };
        TaskTestResult: {
            sessionId: string;
            taskRef: string;
            status: components["schemas"]["InstanceStatus"];
            input: components["schemas"]["JsonValue"];
            output?: components["schemas"]["JsonValue"];
            error?: components["schemas"]["ErrorDetails"];
            durationMs: number;
            calls: components["schemas"]["MadeCall"][];
        };
        /** For finding it again. Names have letters, digits and `. _ / -`, at most 63 of them. */
        Labels: {
            [key: string]: string;
        };
        /** The instance that has started this one. */
        ParentLink: {
            instanceId: string;
        };
        InstancePage: {
            items: components["schemas"]["InstanceSummary"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
            /** How many match in all, when asked for. */
            total?: number;
        };
        /** An instance in a list. */
        InstanceSummary: {
            id: string;
            workflow: components["schemas"]["WorkflowVersion"];
            status: components["schemas"]["InstanceStatus"];
            /** Why it has this status, in one line. */
            because?: string;
            /** ISO 8601 in UTC. */
            createdAt: string;
            /** ISO 8601 in UTC. */
            startedAt?: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
            /** Who started it. */
            initiator?: string;
            targetEntity?: string;
            businessKey?: string;
            labels: components["schemas"]["Labels"];
            parent?: components["schemas"]["ParentLink"];
            error?: components["schemas"]["ErrorDetails"];
        };
        LogLevel: "info" | "warn" | "error";
        LogPage: {
            items: components["schemas"]["LogLine"][];
            /** Offset to go on after. */
            next: number;
        };
        LogLine: {
            offset: number;
            /** ISO 8601 in UTC. */
            time: string;
            level: components["schemas"]["LogLevel"];
            /** Key of the task's execution. */
            task?: string;
            /** Which attempt of the innermost `try` around the task it is of; absent for the first, and outside of any. */
            attempt?: number;
            message: string;
        };
        InstanceProgress: {
            instanceId: string;
            status: components["schemas"]["InstanceStatus"];
            /** Tasks of the top level that are done or left out. */
            completed: number;
            /** Tasks of the top level. */
            total: number;
            /** Since it started, or how long it took. */
            elapsedMs?: number;
            /** ISO 8601 in UTC; absent when it has ended, or no earlier run tells. */
            estimatedCompletion?: string;
            /** How many earlier runs the estimate rests on. */
            estimatedFrom?: number;
            milestones: components["schemas"]["Milestone"][];
            blockers: components["schemas"]["Blocker"][];
        };
        /** A task of the top level. */
        Milestone: {
            /** JSON pointer of the task. */
            ref: string;
            name: string;
            status: components["schemas"]["TaskStatus"];
            /** ISO 8601 in UTC. */
            startedAt?: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
            /** How long it has usually taken. */
            usualMs?: number;
        };
        /** What the run waits for. */
        Blocker: {
            /**
             * What has to happen: `timer`, `event`, `approval`, `child`, `call`, `retry`, `decision` on what has failed, `resume`.
             */
            kind: "timer" | "event" | "approval" | "child" | "call" | "retry" | "decision" | "resume";
            /** Key of the task's execution. */
            task?: string;
            /** The task's name. */
            name?: string;
            /** For people. */
            because: string;
            /** ISO 8601 in UTC. */
            until?: string;
        };
        TaskRunPage: {
            items: components["schemas"]["TaskState"][];
            total: number;
        };
        TaskRun: {
            run: components["schemas"]["TaskState"];
            /** The last 100 runs of the same task in the same iteration, in the order in which they began. */
            attempts: components["schemas"]["TaskState"][];
            /** How many came before them, when there were more: `listTaskRuns` has all. Default: none. */
            attemptsLeftOut?: number;
        };
        InstanceComparison: {
            a: components["schemas"]["InstanceSummary"];
            b: components["schemas"]["InstanceSummary"];
            /** Whether both have run by the same text. */
            sameDefinition: boolean;
            input: components["schemas"]["ValueDifference"][];
            output: components["schemas"]["ValueDifference"][];
            tasks: components["schemas"]["TaskComparison"][];
            leftOut?: components["schemas"]["DifferencesLeftOut"];
        };
        /** How many more there are of each kind than the answer has. */
        DifferencesLeftOut: {
            input: number;
            output: number;
            tasks: number;
        };
        /** A place where two values differ; the side where there is nothing is left out. */
        ValueDifference: {
            pointer: string;
            a?: components["schemas"]["JsonValue"];
            b?: components["schemas"]["JsonValue"];
        };
        TaskComparison: {
            /** Key of the task's execution. */
            key: string;
            name: string;
            /** Whether it ran in one only, or ended otherwise. */
            different: boolean;
            a?: components["schemas"]["TaskOutcome"];
            b?: components["schemas"]["TaskOutcome"];
        };
        TaskOutcome: {
            status: components["schemas"]["TaskStatus"];
            durationMs?: number;
        };
        ReasonRequest: {
            /** Why; kept in the event log. */
            reason?: string;
        };
        CancelRequest: {
            /** Why; kept in the event log. */
            reason?: string;
            /**
             * Whether not to wait for what runs.
             * Default: false.
             */
            force?: boolean;
        };
        RetryRequest: {
            /** Why; kept in the event log. */
            reason?: string;
            /** JSON pointer of the task to go on from. Default: the tasks that failed. */
            from?: string;
            input?: components["schemas"]["JsonValue"];
            /** Version or hash of the definition to go on with. Default: the one it has. */
            version?: string;
            authTokens?: components["schemas"]["AuthTokens"];
        };
        RerunRequest: {
            /** In place of the input of the first run. */
            inputData?: {
                [key: string]: unknown;
            };
            authTokens?: components["schemas"]["AuthTokens"];
        };
        CompleteTaskRequest: {
            output: components["schemas"]["JsonValue"];
            /** Why; kept in the event log. */
            reason?: string;
        };
        FailTaskRequest: {
            error?: components["schemas"]["ErrorDetails"];
            /** Why; kept in the event log. */
            reason?: string;
        };
        /** CloudEvents 1.0 in JSON. Further attributes are extensions. */
        CloudEvent: {
            specversion: "1.0";
            /** Unique within its source. */
            id: string;
            source: string;
            type: string;
            subject?: string;
            /** Format: date-time */
            time?: string;
            datacontenttype?: string;
            dataschema?: string;
            data?: components["schemas"]["JsonValue"];
            data_base64?: string;
        } & {
            [key: string]: unknown;
        };
        EventReceipt: {
            id: string;
            source: string;
            /**
             * `duplicate`: an event with the same source and id was taken before.
             */
            outcome: "accepted" | "duplicate";
        };
        BulkAction: "suspend" | "resume" | "cancel" | "retry" | "delete";
        /** As the parameters of `listInstances`; `ids` are those of instances. */
        BulkQuery: {
            ids?: string[];
            workflowId?: string[];
            status?: components["schemas"]["InstanceStatus"][];
            running?: boolean;
            entityRef?: string;
            initiator?: string;
            businessKey?: string;
            parentId?: string;
            label?: string[];
            q?: string;
            /** Format: date-time */
            startedAfter?: string;
            /** Format: date-time */
            startedBefore?: string;
        };
        BulkPreview: {
            /** On how many instances the job would act. */
            total: number;
            /** How many of these are in a state in which the action means nothing now; the job would skip them. */
            unsuited: number;
            /** How many more the query finds, that the caller may see but not act on. They would not be in the job. */
            forbidden: number;
            /** The first ones. */
            sample: components["schemas"]["InstanceSummary"][];
        };
        BulkRequest: {
            action: components["schemas"]["BulkAction"];
            query: components["schemas"]["BulkQuery"];
            /** With `cancel`: does not wait for what runs. */
            force?: boolean;
            /** Why; kept in the event logs. */
            reason?: string;
            /** Whether the job begins only when it is resumed. */
            paused?: boolean;
        };
        /**
         * `completed` when each instance has its outcome; `cancelled` when it was cancelled before.
         */
        JobStatus: "running" | "paused" | "completed" | "cancelled";
        /**
         * `succeeded`: the instance is as was asked. `skipped`: its state did not allow it, it was gone, or the job was cancelled.
         *     `failed`: it could not be done, as `code` and `message` say. `pending`: none yet.
         */
        JobOutcome: "pending" | "succeeded" | "skipped" | "failed";
        /** Something done with many instances. */
        Job: {
            id: string;
            action: components["schemas"]["BulkAction"];
            reason?: string;
            status: components["schemas"]["JobStatus"];
            total: number;
            pending: number;
            succeeded: number;
            skipped: number;
            failed: number;
            /** ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
        };
        JobPage: {
            items: components["schemas"]["Job"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** A job, and what became of instances. */
        JobWithItems: {
            id: string;
            action: components["schemas"]["BulkAction"];
            reason?: string;
            status: components["schemas"]["JobStatus"];
            total: number;
            pending: number;
            succeeded: number;
            skipped: number;
            failed: number;
            /** ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
            /** ISO 8601 in UTC. */
            endedAt?: string;
            items: components["schemas"]["JobItem"][];
            /** Cursor of the next page of items; absent on the last one. */
            next?: string;
        };
        JobItem: {
            instanceId: string;
            outcome: components["schemas"]["JobOutcome"];
            code?: components["schemas"]["ErrorCode"];
            /** Why it was skipped or failed. */
            message?: string;
        };
        CanvasPosition: {
            x: number;
            y: number;
        };
        CanvasSize: {
            width: number;
            height: number;
        };
        /** A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends. */
        CanvasNode: {
            /** JSON pointer of the task; of a point that of its container and its kind. */
            id: string;
            /** Empty for a point. */
            name: string;
            /** Kind of the task, e.g. `set`; or `start`, `end`, `stop`. */
            kind: string;
            /** JSON pointer of the list it stands in. */
            container: string;
            /** The task as the definition has it. */
            task?: {
                [key: string]: unknown;
            };
            position: components["schemas"]["CanvasPosition"];
            size: components["schemas"]["CanvasSize"];
        };
        /** A list of tasks. */
        CanvasContainer: {
            /** JSON pointer of the list. */
            id: string;
            role: "workflow" | "body" | "branches" | "try" | "catch" | "foreach";
            /** Id of the task that holds it. */
            owner?: string;
            label?: string;
            position: components["schemas"]["CanvasPosition"];
            size: components["schemas"]["CanvasSize"];
        };
        WorkflowCanvas: {
            workflowId: string;
            version: string;
            nodes: components["schemas"]["CanvasNode"][];
            /** The first is the workflow's own; each stands before those within it. */
            containers: components["schemas"]["CanvasContainer"][];
            edges: components["schemas"]["GraphEdge"][];
        };
        AddNodeRequest: {
            name: string;
            task: {
                [key: string]: unknown;
            };
            /**
             * JSON pointer of the list. Default: the top level.
             * Default: /do.
             */
            container?: string;
            /** Place in the list, from 0. Default: at its end. */
            index?: number;
            position?: components["schemas"]["CanvasPosition"];
        };
        UpdateNodeRequest: {
            name?: string;
            task?: {
                [key: string]: unknown;
            };
            position?: components["schemas"]["CanvasPosition"];
        };
        MoveNodeRequest: {
            /** JSON pointer of the list. */
            container: string;
            /** Place in the list, from 0. */
            index: number;
        };
        NodeTemplateList: {
            items: components["schemas"]["NodeTemplate"][];
        };
        NodeTemplate: {
            id: string;
            /** The kind of task. */
            kind: string;
            /** When it calls a function of this deployment, its name. */
            function?: string;
            title: string;
            description: string;
            /** JSON Schema of what the task is written with. */
            schema: {
                [key: string]: unknown;
            };
            /** A task to begin with. */
            example: {
                [key: string]: unknown;
            };
        };
        /**
         * Default: all.
         */
        ApprovalScope: "mine" | "groups" | "all";
        /**
         * `withdrawn`: the task has ended, or gone another way, before it was decided.
         */
        ApprovalStatus: "pending" | "decided" | "withdrawn";
        /** A question that a run asks people. */
        Approval: {
            id: string;
            instanceId: string;
            workflow: components["schemas"]["WorkflowVersion"];
            /** Key of the task's execution. */
            task: string;
            /** Who has started the run. */
            initiator?: string;
            /** The entity that the run is for. */
            entityRef?: string;
            title: string;
            /** Markdown. */
            description?: string;
            /** JSON Schema of what is to be filled in. */
            formSchema?: {
                [key: string]: unknown;
            };
            /** Entity refs of users and groups. */
            approvers: string[];
            /** What can be decided; the first lets it pass. */
            decisions: string[];
            /** How many people must decide for the first decision. */
            required: number;
            /** Whether who has started the run cannot decide. */
            excludeInitiator: boolean;
            status: components["schemas"]["ApprovalStatus"];
            /** Whether it is pending and overdue. */
            isLate: boolean;
            /** ISO 8601 in UTC. */
            requestedAt: string;
            /** ISO 8601 in UTC. */
            dueAt?: string;
            /** When it was decided or withdrawn, ISO 8601 in UTC. */
            closedAt?: string;
            /** The one that counts. */
            decision?: string;
            /** What people have decided, oldest first. */
            votes: components["schemas"]["ApprovalVote"][];
            /** Whether the caller may decide it now. */
            mayDecide: boolean;
        };
        /** What one person has decided. */
        ApprovalVote: {
            decision: string;
            /** Entity ref. */
            by: string;
            comment?: string;
            data?: components["schemas"]["JsonValue"];
            /** ISO 8601 in UTC. */
            decidedAt: string;
        };
        ApprovalPage: {
            items: components["schemas"]["Approval"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        ApprovalDecisionRequest: {
            /** One of the approval's `decisions`. */
            decision: string;
            comment?: string;
            data?: components["schemas"]["JsonValue"];
        };
        /** What starts a workflow by itself. */
        Trigger: {
            id: string;
            workflowId: string;
            kind: "every" | "cron" | "after" | "on";
            /** Whether it starts runs: it is not paused, nor its workflow disabled. */
            enabled: boolean;
            /** For people: the interval, the cron expression, the events. */
            expression?: string;
            timeZone?: string;
            /** ISO 8601 in UTC. */
            nextAt?: string;
            /** ISO 8601 in UTC. */
            lastAt?: string;
            lastInstanceId?: string;
        };
        TriggerList: {
            items: components["schemas"]["Trigger"][];
        };
        OccurrencePage: {
            /** The next times, ISO 8601 in UTC. */
            upcoming: string[];
            items: components["schemas"]["Occurrence"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        /** What has become of a time at which a trigger was due. */
        Occurrence: {
            /** When it was due, or events had come; ISO 8601 in UTC. */
            at: string;
            /** When it was started or skipped; ISO 8601 in UTC. */
            handledAt: string;
            /** The run that was started; absent when there is none that the caller may see. */
            instanceId?: string;
            status?: components["schemas"]["InstanceStatus"];
            /** Why nothing was started. */
            skipped?: string;
        };
        Webhook: {
            id: string;
            url: string;
            /** Types of lifecycle events without `io.serverlessworkflow.` and `.v1`, e.g. `workflow.faulted`; `workflow.*` for all that begin so. */
            events: string[];
            /** Only events of these workflows; of all when empty. */
            workflowIds: string[];
            enabled: boolean;
            /** Why it was switched off, when nobody did it. */
            disabledBecause?: string;
            /** Since when no attempt has gone well, ISO 8601 in UTC. */
            failingSince?: string;
            /** Until when the secret before signs, too, ISO 8601 in UTC. */
            previousSecretUntil?: string;
            /** ISO 8601 in UTC. */
            createdAt: string;
            createdBy: string;
        };
        CreatedWebhook: components["schemas"]["Webhook"] & {
            /** Shown this once. */
            secret?: string;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        CreateWebhookRequest: {
            /** Format: uri */
            url: string;
            events: string[];
            /** Only events of these workflows. Default: of all. */
            workflowIds?: string[];
            /** `whsec_` and 24 to 64 bytes in base64. Default: a random one. */
            secret?: string;
        };
        UpdateWebhookRequest: {
            /** Format: uri */
            url?: string;
            events?: string[];
            workflowIds?: string[];
            enabled?: boolean;
            /** A new secret: `whsec_` and 24 to 64 bytes in base64. */
            secret?: string;
            /** Whether a random secret is to be made. */
            rotateSecret?: boolean;
        };
        DeliveryStatus: "pending" | "delivered" | "failed";
        Delivery: {
            /** What is sent as `webhook-id`. */
            id: string;
            webhookId: string;
            /** The CloudEvent's id. */
            eventId: string;
            /** As in `events`, or `webhook.test`. */
            eventType: string;
            instanceId?: string;
            status: components["schemas"]["DeliveryStatus"];
            /** ISO 8601 in UTC. */
            createdAt: string;
            /** When it is sent next, ISO 8601 in UTC. */
            nextAt?: string;
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        DeliveryAttempt: {
            /** ISO 8601 in UTC. */
            at: string;
            /** The HTTP status, when an answer came. */
            status?: number;
            durationMs: number;
            /** How the answer begins: 1 kB at most. */
            answer?: string;
            /** Why no answer came. */
            error?: string;
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            /** Cursor of the next page; absent on the last one. */
            next?: string;
        };
        ServerInfo: {
            name: string;
            version: string;
            api: components["schemas"]["ApiInfo"];
            runtime: components["schemas"]["RuntimeInfo"];
            languages: components["schemas"]["LanguageInfo"][];
            /** What this deployment has means for: kinds of calls, processes, protocols and transports, e.g. `call:grpc`, `run:script:python`; `auth-tokens` when it can keep the tokens of callers. */
            capabilities: string[];
            limits: components["schemas"]["ServerLimits"];
        };
        ApiInfo: {
            /** Of this contract. */
            version: string;
        };
        RuntimeInfo: {
            name: string;
            /** Of the interpreter; instances keep the one they started with. */
            behaviourVersion: number;
            database: "sqlite" | "postgres";
        };
        LanguageInfo: {
            name: string;
            versions: string[];
        };
        ServerLimits: {
            maxBodyBytes: number;
            /** Larger values come by reference. */
            inlineBytes: number;
        };
        Health: {
            status: components["schemas"]["HealthStatus"];
            /** How many instances have not ended. */
            running: number;
            /** How many instances wait for a worker to take them up. */
            due: number;
            store: components["schemas"]["StoreHealth"];
            worker: components["schemas"]["WorkerHealth"];
        };
        HealthStatus: "ok" | "degraded";
        StoreHealth: {
            status: components["schemas"]["HealthStatus"];
            latencyMs: number;
        };
        WorkerHealth: {
            status: components["schemas"]["HealthStatus"];
            /** What is wrong with it. */
            reason?: string;
        };
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
        /** The body is no CloudEvent. Nobody has received it. */
        EventInvalid: {
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
        /** There is a workflow with this id already; or the idempotency key was used for another request. */
        WorkflowExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The workflow comes from elsewhere and is changed there. */
        WorkflowReadOnly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The definition is another than the one named by `If-Match`. */
        VersionConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The body has a media type that this operation does not take. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The request accepts only what the server does not have, e.g. another version of the API. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** Too many requests (`RATE_LIMITED`), too many live streams that are open (`TOO_MANY_STREAMS`), or too many instances that wait to be run (`OVERLOADED`); try again after `Retry-After` seconds. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The definition has problems; `details` has each with its line and column. Nothing was changed. */
        DefinitionInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The body is well-formed, but what it says cannot be. */
        InputInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The query finds more instances than one job takes. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no instance with this id that the caller may see, or it has no such task. */
        TaskNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no such workflow, task, instance or session that the caller may see. */
        WorkflowOrTaskNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no job with this id that the caller may see. */
        JobNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** It is decided already, or withdrawn, or the caller has decided; or the key was used for another request. */
        ApprovalClosed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The decision is none of the approval's, or what was filled in does not fit the form. */
        DecisionInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no approval with this id that the caller may see. */
        ApprovalNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The job has ended; there is nothing left to do about it. */
        JobEnded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no trigger with this id that the caller may see. */
        TriggerNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no webhook with this id that the caller may see. */
        WebhookNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** There is no delivery with this id that the caller may see. */
        DeliveryNotFound: {
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
        /** A version that the workflow has had, as the definition has it, or the hash of a text. Default: the present one. */
        Version: string;
        /**
         * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
         *     with another request it is refused (409).
         */
        IdempotencyKey: string;
        /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
        IfMatch: string;
        /** How many items at most. */
        Limit: number;
        /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
        Cursor: string;
        /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
        TaskRef: string;
        /** The task's JSON pointer, percent-encoded. */
        NodeId: string;
        /** The approval's id. */
        ApprovalId: string;
        /** The job's id. */
        JobId: string;
        /** The trigger's id. */
        TriggerId: string;
        /** The webhook's id. */
        WebhookId: string;
        /**
         * Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than
         *     the log's is as none.
         */
        After: components["schemas"]["EventId"];
        /** How many events at most. */
        EventLimit: number;
        /** Oldest first, or newest first. */
        EventOrder: components["schemas"]["HistoryOrder"];
        /** Seconds to wait when there is nothing yet; the answer comes as soon as there is. */
        Wait: number;
        /** Which events are sent, and in which form. */
        StreamProfile: "full" | "status" | "graph";
    };
    requestBodies: {
        /** The definition's text. A JSON document may come as `application/json`. */
        DefinitionText: {
            content: {
                "application/yaml": string;
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
    };
    headers: {
        /** Address of what was created, relative to the server. */
        Location: string;
        /** Changes with every change of the definition; send it as `If-Match`. */
        ETag: string;
        /** The hash of the value, which never changes. */
        PayloadETag: string;
        /** Seconds after which the same request may succeed. */
        "Retry-After": number;
        /** How many requests the window allows. */
        "RateLimit-Limit": number;
        /** How many of them are left. */
        "RateLimit-Remaining": number;
        /** Seconds until the window ends. */
        "RateLimit-Reset": number;
    };
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    listWorkflows: {
        parameters: {
            query?: {
                /** Words to look for in id, title and description, letters of either case. */
                q?: string;
                /** Only those with this tag; given more than once, with all of them. */
                tag?: string[];
                /** Only those of this owner, e.g. `group:default/platform`. */
                owner?: string;
                /** Only those with one of these. */
                health?: components["schemas"]["WorkflowHealth"][];
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
                /** What to order by; a leading `-` turns the order round. */
                orderBy?: "title" | "-title" | "lastRun" | "-lastRun" | "updatedAt" | "-updatedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of workflows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    createWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DefinitionText"];
        responses: {
            /** The workflow is there and can be run. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDetails"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowExists"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    validateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DefinitionText"];
        responses: {
            /** What was found; also of a text that is no definition at all. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationResult"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
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
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflow: {
        parameters: {
            query?: {
                /** A version that the workflow has had, as the definition has it, or the hash of a text. Default: the present one. */
                version?: components["parameters"]["Version"];
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
            /** The definition. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    updateWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["DefinitionText"];
        responses: {
            /** The definition as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    deleteWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    patchWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowPatch"];
            };
        };
        responses: {
            /** The workflow as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
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
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listWorkflowVersions: {
        parameters: {
            query?: {
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
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
            /** A page of definitions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersionPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowGraph: {
        parameters: {
            query?: {
                /** A version that the workflow has had, as the definition has it, or the hash of a text. Default: the present one. */
                version?: components["parameters"]["Version"];
                /** What to answer. */
                format?: "json" | "mermaid";
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
            /** The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowGraph"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    dryRunWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunRequest"];
            };
        };
        responses: {
            /** How it went. A run that fails is an answer, too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunResult"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CannotExecute"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    executeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecuteTaskRequest"];
            };
        };
        responses: {
            /** How it went. A task that fails is an answer, too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskTestResult"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CannotExecute"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowSourceById: {
        parameters: {
            query?: {
                /** A version that the workflow has had, as the definition has it, or the hash of a text. Default: the present one. */
                version?: components["parameters"]["Version"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    executeWorkflow: {
        parameters: {
            query?: {
                /**
                 * How long to wait for the end: seconds, or a duration of ISO 8601 such as `PT30S`; at most 60 seconds. The answer then
                 *     holds the status, and the output or the error when it has ended; the id alone when the database went away meanwhile.
                 */
                wait?: string;
            };
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
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
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CannotExecute"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
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
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowLogById: {
        parameters: {
            query?: {
                /** Whether lines come without the time and the level before each. */
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    abortWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
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
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    retriggerInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
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
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listInstances: {
        parameters: {
            query?: {
                /** Only those of one of these workflows. */
                workflowId?: string[];
                /** Only those with one of these statuses. */
                status?: components["schemas"]["InstanceStatus"][];
                /** Only those that have not ended, or only those that have. */
                running?: boolean;
                /** Only those that were started for this catalog entity. */
                entityRef?: string;
                /** Only those that this user or service has started. */
                initiator?: string;
                /** Only those with this business key. */
                businessKey?: string;
                /** Only the children of this instance. */
                parentId?: string;
                /** Only those with this label, as `name=value`, or `name` for any value; given more than once, with all of them. */
                label?: string[];
                /** Words to look for in the id, the business key and the name of the workflow. */
                q?: string;
                /** Only those started at this time or later. */
                startedAfter?: string;
                /** Only those started before this time. */
                startedBefore?: string;
                /** Whether `total` is wanted. Counting costs time in proportion to what matches. */
                total?: boolean;
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of instances. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstancePage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    compareInstances: {
        parameters: {
            query: {
                /** Id of one instance. */
                a: string;
                /** Id of the other. */
                b: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** What differs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceComparison"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    startBulkJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** The job has begun. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["TooMany"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    previewBulkJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** What it would act on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getJob: {
        parameters: {
            query?: {
                /** Only items with one of these outcomes. */
                outcome?: components["schemas"]["JobOutcome"][];
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The job's id. */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobWithItems"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["JobNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    pauseJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The job's id. */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It is paused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["JobNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["JobEnded"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    resumeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The job's id. */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["JobNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["JobEnded"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The job's id. */
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It is cancelled; what it has asked for already still happens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["JobNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["JobEnded"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    deleteInstance: {
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
            /** It is gone. */
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
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getInstanceLogs: {
        parameters: {
            query?: {
                /** Only lines of this task, a JSON pointer or a task key. */
                task?: string;
                /** Only lines of tasks in this attempt, from 1, of the innermost `try` around them; 1 is also what is in none. */
                attempt?: number;
                /** Only lines of this level or a graver one. */
                level?: components["schemas"]["LogLevel"];
                /** Offset of the last line that the caller has. */
                after?: number;
                /** How many lines at most. */
                limit?: number;
                /** Seconds to wait when there is nothing yet; the answer comes as soon as there is. */
                wait?: components["parameters"]["Wait"];
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
            /** Lines, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getProgress: {
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
            /** The progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceProgress"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listTaskRuns: {
        parameters: {
            query?: {
                /** Only those with one of these statuses. */
                status?: components["schemas"]["TaskStatus"][];
                /** How many at most. */
                limit?: number;
                /** How many to leave out before the page. */
                offset?: number;
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
            /** A page of task runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRunPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getTaskRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The task run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRun"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getTaskHistory: {
        parameters: {
            query?: {
                /**
                 * Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than
                 *     the log's is as none.
                 */
                after?: components["parameters"]["After"];
                /** How many events at most. */
                limit?: components["parameters"]["EventLimit"];
                /** Oldest first, or newest first. */
                order?: components["parameters"]["EventOrder"];
            };
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getStageHistory: {
        parameters: {
            query?: {
                /**
                 * Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than
                 *     the log's is as none.
                 */
                after?: components["parameters"]["After"];
                /** How many events at most. */
                limit?: components["parameters"]["EventLimit"];
                /** Oldest first, or newest first. */
                order?: components["parameters"]["EventOrder"];
            };
            header?: never;
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** Which stage, from 1. */
                number: number;
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
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
                after?: components["parameters"]["After"];
                /** Id of an event; only events before it. */
                before?: components["schemas"]["EventId"];
                /** How many events at most. */
                limit?: components["parameters"]["EventLimit"];
                /** Oldest first, or newest first. */
                order?: components["parameters"]["EventOrder"];
                /** Only events of these types; `task.*` for all that begin so. */
                type?: string[];
                /** Only events of the task with this JSON pointer or key, and of the tasks within it. */
                task?: string;
                /** Words to look for in what the events say, letters of either case. */
                q?: string;
                /** Seconds to wait when there is nothing yet; the answer comes as soon as there is. */
                wait?: components["parameters"]["Wait"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
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
                    ETag: components["headers"]["PayloadETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonValue"];
                };
            };
            /** `If-None-Match` says that the client has it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PayloadNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    streamInstance: {
        parameters: {
            query?: {
                /** Which events are sent, and in which form. */
                profile?: components["parameters"]["StreamProfile"];
                /** Only events of these types are told; the cursor moves over the others. Default is all. */
                types?: string[];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    suspendInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    resumeInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    cancelInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    retryInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    rerunInstance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RerunRequest"];
            };
        };
        responses: {
            /** The new instance. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecuteWorkflowResponseDTO"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrInstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CannotExecute"];
            429: components["responses"]["RateLimited"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    skipTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    retryTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteTaskRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    failTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
                /** The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded. */
                taskRef: components["parameters"]["TaskRef"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FailTaskRequest"];
            };
        };
        responses: {
            /** It has been asked durably and follows soon. The answer shows the instance as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceSummary"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getInstanceEvents: {
        parameters: {
            query?: {
                /**
                 * Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than
                 *     the log's is as none.
                 */
                after?: components["parameters"]["After"];
                /** Id of an event; only events before it. */
                before?: components["schemas"]["EventId"];
                /** How many events at most. */
                limit?: components["parameters"]["EventLimit"];
                /** Oldest first, or newest first. */
                order?: components["parameters"]["EventOrder"];
                /** Only events of these types; `task.*` for all that begin so. */
                type?: string[];
                /** Only events of the task with this JSON pointer or key, and of the tasks within it. */
                task?: string;
                /** Words to look for in what the events say, letters of either case. */
                q?: string;
                /** Seconds to wait when there is nothing yet; the answer comes as soon as there is. */
                wait?: components["parameters"]["Wait"];
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
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    sendEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The instance's id. */
                instanceId: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
                "application/json": components["schemas"]["JsonValue"];
            };
        };
        responses: {
            /** The event is kept and on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InstanceNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EventInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    publishEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
                "application/json": components["schemas"]["JsonValue"];
            };
        };
        responses: {
            /** The event is kept and on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["EventInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** Only instances of these workflows. */
                workflowId?: string[];
                /** Only instances started for this catalog entity. */
                entityRef?: string;
                /** Only instances with one of these statuses. */
                status?: components["schemas"]["InstanceStatus"][];
                /** Only these instances. */
                instances?: string[];
                /** Which events are sent, and in which form. */
                profile?: components["parameters"]["StreamProfile"];
                /** Id of the last event that the client has. `Last-Event-ID` wins over it. */
                after?: string;
            };
            header?: {
                /** Id of the last event that the client has, as event sources send it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
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
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWorkflowCanvas: {
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
            /** The canvas. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCanvas"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    addNode: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNodeRequest"];
            };
        };
        responses: {
            /** The canvas with the new task. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCanvas"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    removeNode: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The task's JSON pointer, percent-encoded. */
                nodeId: components["parameters"]["NodeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The canvas without it. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCanvas"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    updateNode: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The task's JSON pointer, percent-encoded. */
                nodeId: components["parameters"]["NodeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNodeRequest"];
            };
        };
        responses: {
            /** The canvas as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCanvas"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    moveNode: {
        parameters: {
            query?: never;
            header?: {
                /** The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412). */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The task's JSON pointer, percent-encoded. */
                nodeId: components["parameters"]["NodeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveNodeRequest"];
            };
        };
        responses: {
            /** The canvas as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowCanvas"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WorkflowReadOnly"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DefinitionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getNodeInput: {
        parameters: {
            query?: {
                /** An instance of this workflow. */
                instanceId?: string;
                /** A test session. */
                sessionId?: string;
            };
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The task's JSON pointer, percent-encoded. */
                nodeId: components["parameters"]["NodeId"];
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
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getNodeOutput: {
        parameters: {
            query?: {
                /** An instance of this workflow. */
                instanceId?: string;
                /** A test session. */
                sessionId?: string;
            };
            header?: never;
            path: {
                /** The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`. */
                workflowId: components["parameters"]["WorkflowId"];
                /** The task's JSON pointer, percent-encoded. */
                nodeId: components["parameters"]["NodeId"];
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
            404: components["responses"]["WorkflowOrTaskNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listNodeTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeTemplateList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** `mine`: those that name the caller. `groups`: those that name a group of the caller's. `all`: all that the caller may see. */
                scope?: components["schemas"]["ApprovalScope"];
                /** Only those of this status. */
                status?: components["schemas"]["ApprovalStatus"];
                /** Only those that are pending and overdue. */
                late?: boolean;
                /** Only those of runs of this workflow. */
                workflowId?: string;
                /** Only those of this instance. */
                instanceId?: string;
                /** Only those of runs for this entity. */
                entityRef?: string;
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of approvals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The approval's id. */
                approvalId: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The approval. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApprovalNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The approval's id. */
                approvalId: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecisionRequest"];
            };
        };
        responses: {
            /** The approval as it then is; still pending when more people have to decide. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApprovalNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["ApprovalClosed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["DecisionInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listTriggers: {
        parameters: {
            query?: {
                /** Only those of this workflow. */
                workflowId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The triggers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The trigger's id. */
                triggerId: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The trigger. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trigger"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TriggerNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    pauseTrigger: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The trigger's id. */
                triggerId: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The trigger as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trigger"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TriggerNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    resumeTrigger: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The trigger's id. */
                triggerId: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The trigger as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trigger"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TriggerNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    testTrigger: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;
                 *     with another request it is refused (409).
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The trigger's id. */
                triggerId: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The run. */
            201: {
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
            404: components["responses"]["TriggerNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CannotExecute"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listOccurrences: {
        parameters: {
            query?: {
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The trigger's id. */
                triggerId: components["parameters"]["TriggerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The occurrences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OccurrencePage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TriggerNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            /** The webhook, with its secret. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InputInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookRequest"];
            };
        };
        responses: {
            /** The webhook as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookNotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InputInvalid"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookNotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** Only those with this status. */
                status?: components["schemas"]["DeliveryStatus"];
                /** How many items at most. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on, as `next` of the page before says. Belongs to the same filters and order. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhookNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The webhook's id. */
                webhookId: components["parameters"]["WebhookId"];
                /** The delivery's id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It will be sent soon. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["DeliveryNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getServerInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** About the server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerInfo"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It works, or works in part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["RequestInvalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["StoreUnavailable"];
        };
    };
}
