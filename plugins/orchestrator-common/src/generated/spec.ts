// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
import type { OpenAPIObject } from 'openapi3-ts';

/** The API contract. @public */
export const openApiSpec: OpenAPIObject = {
  "openapi": "3.1.0",
  "info": {
    "title": "Orchestrator",
    "version": "2.0.0",
    "description": "Runs workflows written in the Serverless Workflow DSL and tells what they did.\n\nAll paths are below `/api/orchestrator` of the portal's backend, e.g.\n`http://localhost:7007/api/orchestrator/v2/workflows/hello/execute`.\n\n**Authentication.** Every request carries a Backstage token: `Authorization: Bearer <token>`.\n\n**Errors.** Every answer of 400 and above has the same body, `ErrorResponse`. Its `error.code` is stable; its\n`error.details` lists each fault with a JSON pointer to what is wrong.\n\n**Ownership.** An instance belongs to who started it. Others see it only with the permission\n`orchestrator.instanceAdminView`; for everyone else it does not exist (404), on every path that shows or changes it.\n\n**Compatibility.** The operations below `/v2/workflows` that are marked *compatible* have the paths, operation ids\nand fields of the Red Hat Developer Hub orchestrator's API, so that its clients and templates work unchanged.\n",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/",
      "description": "Relative to `/api/orchestrator` of the portal's backend."
    }
  ],
  "tags": [
    {
      "name": "Workflows",
      "description": "Definitions, and running them."
    },
    {
      "name": "Instances",
      "description": "Executions of workflows, their state, history and values."
    }
  ],
  "security": [
    {},
    {
      "BackstageToken": []
    }
  ],
  "paths": {
    "/v2/workflows/overview": {
      "post": {
        "operationId": "getWorkflowsOverview",
        "tags": [
          "Workflows"
        ],
        "summary": "List workflows",
        "description": "Lists the workflows that the caller may read, with their last run and their figures. A definition with errors\nstays listed: `isAvailable` is false and `availability.reason` says where its first problem is.\nFilters, sorting and paging cover all workflows, not only those of a page. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SearchRequest"
              },
              "examples": {
                "firstPage": {
                  "summary": "The first ten by name",
                  "value": {
                    "paginationInfo": {
                      "pageSize": 10,
                      "offset": 0,
                      "orderBy": "name",
                      "orderDirection": "ASC"
                    }
                  }
                },
                "byName": {
                  "summary": "Those whose name contains a word",
                  "value": {
                    "filters": {
                      "field": "name",
                      "operator": "LIKE",
                      "value": "%audit%"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The workflows of the page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowOverviewListResultDTO"
                },
                "examples": {
                  "overviews": {
                    "$ref": "#/components/examples/WorkflowOverviewList"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/overview/entity": {
      "post": {
        "operationId": "getWorkflowsOverviewForEntity",
        "tags": [
          "Workflows"
        ],
        "summary": "List the workflows of a catalog entity",
        "description": "Lists the workflows named by `annotationWorkflowIds`, and those that have run for `targetEntity`. Without both the\nlist is empty. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WorkflowsOverviewForEntityRequest"
              },
              "examples": {
                "component": {
                  "summary": "What the annotation of a component names",
                  "value": {
                    "targetEntity": "component:default/payments",
                    "annotationWorkflowIds": [
                      "catalog-audit"
                    ]
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The workflows of the entity.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowOverviewListResultDTO"
                },
                "examples": {
                  "overviews": {
                    "$ref": "#/components/examples/WorkflowOverviewList"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}": {
      "get": {
        "operationId": "getWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Get a workflow's definition",
        "description": "Answers the definition as JSON with what was found wrong with it, each problem at its line and column. A definition\nthat cannot be read at all has no `definition`, only problems.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "responses": {
          "200": {
            "description": "The definition.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowDetails"
                },
                "examples": {
                  "valid": {
                    "summary": "A definition that can run",
                    "value": {
                      "workflowId": "hello",
                      "namespace": "default",
                      "name": "hello",
                      "version": "1.0.0",
                      "title": "Say hello",
                      "format": "yaml",
                      "valid": true,
                      "problems": [],
                      "tags": [
                        "example"
                      ],
                      "inputSchema": {
                        "type": "object",
                        "required": [
                          "name"
                        ],
                        "properties": {
                          "name": {
                            "type": "string",
                            "title": "Name"
                          }
                        }
                      },
                      "definition": {
                        "document": {
                          "dsl": "1.0.3",
                          "namespace": "default",
                          "name": "hello",
                          "version": "1.0.0",
                          "title": "Say hello"
                        },
                        "do": [
                          {
                            "greet": {
                              "set": {
                                "message": "${ \"Hello \" + .name }"
                              }
                            }
                          }
                        ]
                      }
                    }
                  },
                  "broken": {
                    "summary": "A definition with a problem",
                    "value": {
                      "workflowId": "nightly-report",
                      "namespace": "default",
                      "name": "nightly-report",
                      "version": "1.0.0",
                      "format": "yaml",
                      "valid": false,
                      "tags": [],
                      "problems": [
                        {
                          "code": "UNKNOWN_PROPERTY",
                          "severity": "error",
                          "message": "a call has no property \"methd\"",
                          "pointer": "/do/0/fetch/with/methd",
                          "line": 12,
                          "column": 11,
                          "suggestion": "method"
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/overview": {
      "get": {
        "operationId": "getWorkflowOverviewById",
        "tags": [
          "Workflows"
        ],
        "summary": "Get one workflow's overview",
        "description": "The same as one item of `getWorkflowsOverview`. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "responses": {
          "200": {
            "description": "The overview.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowOverviewDTO"
                },
                "examples": {
                  "hello": {
                    "summary": "A workflow that has run",
                    "value": {
                      "workflowId": "hello",
                      "name": "Say hello",
                      "format": "yaml",
                      "version": "1.0.0",
                      "isAvailable": true,
                      "availability": {
                        "isAvailable": true
                      },
                      "lastRunId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "lastTriggeredMs": 1763780000000,
                      "lastRunStatus": "COMPLETED"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/source": {
      "get": {
        "operationId": "getWorkflowSourceById",
        "tags": [
          "Workflows"
        ],
        "summary": "Get a workflow's source text",
        "description": "The text exactly as its author wrote it, also when it has problems. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "responses": {
          "200": {
            "description": "The text, YAML or JSON.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                },
                "examples": {
                  "yaml": {
                    "summary": "A YAML definition",
                    "value": "document:\n  dsl: 1.0.3\n  namespace: default\n  name: hello\n  version: 1.0.0\ndo:\n  - greet:\n      set:\n        message: Hello\n"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/inputSchema": {
      "get": {
        "operationId": "getWorkflowInputSchemaById",
        "tags": [
          "Workflows"
        ],
        "summary": "Get the JSON Schema of a workflow's input",
        "description": "The schema, or an empty object when the definition has none. With `instanceId` also `data`: the input of that\ninstance, to run it again with. The instance must be one of this workflow that the caller may see, otherwise it\ndoes not exist (404). *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "name": "instanceId",
            "in": "query",
            "required": false,
            "description": "An instance whose input is wanted.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The schema, and the input of the instance if one was asked for.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InputSchemaResponseDTO"
                },
                "examples": {
                  "schema": {
                    "summary": "One required field",
                    "value": {
                      "inputSchema": {
                        "type": "object",
                        "required": [
                          "name"
                        ],
                        "properties": {
                          "name": {
                            "type": "string",
                            "title": "Name"
                          }
                        }
                      }
                    }
                  },
                  "none": {
                    "summary": "A workflow without a schema",
                    "value": {}
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowOrInstanceNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/pingWorkflowService": {
      "get": {
        "operationId": "pingWorkflowServiceById",
        "tags": [
          "Workflows"
        ],
        "summary": "Check that a workflow can run",
        "description": "True when the definition has no error and all that it needs is there; false otherwise. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "responses": {
          "200": {
            "description": "Whether the workflow can run.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "boolean"
                },
                "examples": {
                  "yes": {
                    "summary": "It can run",
                    "value": true
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/execute": {
      "post": {
        "operationId": "executeWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Run a workflow",
        "description": "Checks `inputData` against the workflow's input schema, then creates an instance and answers its id at once. The\nrun goes on after the answer: follow it by `streamInstance`, or read it by `getInstance`. With an\n`Idempotency-Key`, repeating the request answers the id of the first. *Compatible.*\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "required": false,
            "description": "Names this request. Within 24 hours the same key by the same caller answers the instance of the first request;\nwith another workflow or body it is refused (409).\n",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            },
            "examples": {
              "key": {
                "summary": "A random key",
                "value": "5e0c2f4e-6f0b-4c58-a1a4-7c8a2f4d9b11"
              }
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExecuteWorkflowRequestDTO"
              },
              "examples": {
                "hello": {
                  "summary": "Run with one parameter",
                  "value": {
                    "inputData": {
                      "name": "Ada"
                    }
                  }
                },
                "entity": {
                  "summary": "Run for a catalog entity",
                  "value": {
                    "inputData": {
                      "kind": "Component"
                    },
                    "targetEntity": "component:default/payments"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The instance was created, or had been by the same key.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecuteWorkflowResponseDTO"
                },
                "examples": {
                  "created": {
                    "summary": "The new instance",
                    "value": {
                      "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M"
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "409": {
            "$ref": "#/components/responses/IdempotencyConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "501": {
            "$ref": "#/components/responses/NotImplemented"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/instances": {
      "post": {
        "operationId": "getInstances",
        "tags": [
          "Instances"
        ],
        "summary": "List instances",
        "description": "Lists instances of all workflows, newest first unless asked otherwise. Their `nodes` are empty here; read one\ninstance for its nodes. `totalCount` counts all that match. *Compatible.*\n\nFields to filter and order by: `id`, `processId`, `processName`, `version`, `state`, `start`, `end`,\n`initiatorEntity`, `targetEntity`.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SearchRequest"
              },
              "examples": {
                "failed": {
                  "$ref": "#/components/examples/FailedInstancesSearch"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The instances of the page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProcessInstanceListResultDTO"
                },
                "examples": {
                  "page": {
                    "$ref": "#/components/examples/ProcessInstanceList"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/instances": {
      "post": {
        "operationId": "getWorkflowInstances",
        "tags": [
          "Instances"
        ],
        "summary": "List the instances of one workflow",
        "description": "As `getInstances`, for one workflow. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SearchRequest"
              },
              "examples": {
                "failed": {
                  "$ref": "#/components/examples/FailedInstancesSearch"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The instances of the page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProcessInstanceListResultDTO"
                },
                "examples": {
                  "page": {
                    "$ref": "#/components/examples/ProcessInstanceList"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/instances/statuses": {
      "get": {
        "operationId": "getWorkflowStatuses",
        "tags": [
          "Instances"
        ],
        "summary": "List the states of instances",
        "description": "The states that compatible operations use, with a label for people. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
        "responses": {
          "200": {
            "description": "The states.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/WorkflowRunStatusDTO"
                  }
                },
                "examples": {
                  "states": {
                    "summary": "All states",
                    "value": [
                      {
                        "key": "Active",
                        "value": "ACTIVE"
                      },
                      {
                        "key": "Error",
                        "value": "ERROR"
                      },
                      {
                        "key": "Completed",
                        "value": "COMPLETED"
                      },
                      {
                        "key": "Aborted",
                        "value": "ABORTED"
                      },
                      {
                        "key": "Suspended",
                        "value": "SUSPENDED"
                      },
                      {
                        "key": "Pending",
                        "value": "PENDING"
                      }
                    ]
                  }
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          }
        }
      }
    },
    "/v2/workflows/instances/{instanceId}": {
      "get": {
        "operationId": "getInstanceById",
        "tags": [
          "Instances"
        ],
        "summary": "Get an instance with its nodes",
        "description": "One node for each execution of a task, in the order in which they began. `getInstance` says more. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "responses": {
          "200": {
            "description": "The instance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProcessInstanceDTO"
                },
                "examples": {
                  "completed": {
                    "summary": "A completed run",
                    "value": {
                      "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "processId": "hello",
                      "processName": "Say hello",
                      "version": "1.0.0",
                      "state": "COMPLETED",
                      "start": "2026-11-22T03:00:00.000Z",
                      "end": "2026-11-22T03:00:01.250Z",
                      "duration": "1.25 seconds",
                      "initiatorEntity": "user:development/guest",
                      "workflowdata": {
                        "result": {
                          "message": "Hello Ada"
                        }
                      },
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "nodeId": "/do/0/greet",
                          "definitionId": "/do/0/greet",
                          "name": "greet",
                          "type": "set",
                          "enter": "2026-11-22T03:00:00.100Z",
                          "exit": "2026-11-22T03:00:00.110Z"
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/instances/{instanceId}/logs": {
      "get": {
        "operationId": "getWorkflowLogById",
        "tags": [
          "Instances"
        ],
        "summary": "Get the log lines of an instance",
        "description": "The lines that the run has written. Answers 501 where no log provider is installed; `getInstanceHistory` has the\nevent log, which always exists. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "rawlog",
            "in": "query",
            "required": false,
            "description": "Whether lines come as the provider has them, without clean-up.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The lines, oldest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowLogsResponse"
                },
                "examples": {
                  "lines": {
                    "summary": "One line",
                    "value": {
                      "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "logs": [
                        {
                          "id": "1",
                          "log": "greet: Hello Ada"
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "501": {
            "$ref": "#/components/responses/NotImplemented"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/instances/{instanceId}/abort": {
      "delete": {
        "operationId": "abortWorkflow",
        "tags": [
          "Instances"
        ],
        "summary": "Abort an instance",
        "description": "Cancels the instance: what it waits for is dropped, what it is doing is interrupted, nothing new begins. An instance\nthat has ended cannot be aborted (409). *Compatible.*\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "responses": {
          "200": {
            "description": "The instance will be cancelled.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                },
                "examples": {
                  "accepted": {
                    "summary": "Accepted",
                    "value": "Instance 01K9ZD6Q5V3T8W1B4N7R2X0C5M is being cancelled"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/{instanceId}/retrigger": {
      "post": {
        "operationId": "retriggerInstance",
        "tags": [
          "Instances"
        ],
        "summary": "Retry an instance from where it failed",
        "description": "Runs the failed task of a failed instance again, in the same instance. Only a failed instance can be retried (409).\nAnswers 501 where the engine does not offer it. *Compatible.*\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RetriggerInstanceRequestDTO"
              },
              "examples": {
                "plain": {
                  "summary": "Without tokens",
                  "value": {}
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The retry has begun.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object"
                },
                "examples": {
                  "begun": {
                    "summary": "Nothing to say",
                    "value": {}
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/WorkflowOrInstanceNotFound"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "501": {
            "$ref": "#/components/responses/NotImplemented"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}": {
      "get": {
        "operationId": "getInstance",
        "tags": [
          "Instances"
        ],
        "summary": "Get the state of an instance",
        "description": "The instance as its event log tells it: status, tasks, input, output and error. Complete up to `seq`; events after\nit bring it up to date. Values over 4096 bytes come by reference, see `getPayload`.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "responses": {
          "200": {
            "description": "The state.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceState"
                },
                "examples": {
                  "running": {
                    "summary": "A run that waits",
                    "value": {
                      "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "workflow": {
                        "id": "hello",
                        "version": "1.0.0"
                      },
                      "seq": 5,
                      "epoch": "k7",
                      "status": "waiting",
                      "because": "waiting until 2026-11-22T03:05:00.000Z",
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "startedAt": "2026-11-22T03:00:00.050Z",
                      "initiator": "user:development/guest",
                      "input": {
                        "value": {
                          "name": "Ada"
                        }
                      },
                      "tasks": [
                        {
                          "key": "/do/0/pause",
                          "ref": "/do/0/pause",
                          "name": "pause",
                          "kind": "wait",
                          "status": "waiting",
                          "startedAt": "2026-11-22T03:00:00.060Z",
                          "waitingUntil": "2026-11-22T03:05:00.000Z",
                          "input": {
                            "value": {
                              "name": "Ada"
                            }
                          },
                          "retries": []
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/history": {
      "get": {
        "operationId": "getInstanceHistory",
        "tags": [
          "Instances"
        ],
        "summary": "Page through the event log of an instance",
        "description": "The same events, in the same order and with the same ids, as `streamInstance` sends. To page on, pass the id of the\nlast item as `after`.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "after",
            "in": "query",
            "required": false,
            "description": "Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than\nthe log's is as none.\n",
            "schema": {
              "$ref": "#/components/schemas/EventId"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many events at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 100
            }
          },
          {
            "name": "order",
            "in": "query",
            "required": false,
            "description": "Oldest first, or newest first.",
            "schema": {
              "$ref": "#/components/schemas/HistoryOrder"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of events.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EventPage"
                },
                "examples": {
                  "page": {
                    "summary": "The first event of two",
                    "value": {
                      "epoch": "k7",
                      "first": 1,
                      "head": 2,
                      "total": 2,
                      "items": [
                        {
                          "v": 1,
                          "id": "k7.1",
                          "seq": 1,
                          "type": "instance.created",
                          "time": "2026-11-22T03:00:00.000Z",
                          "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                          "workflow": {
                            "id": "hello",
                            "version": "1.0.0"
                          },
                          "actor": {
                            "kind": "user",
                            "ref": "user:development/guest"
                          },
                          "data": {
                            "input": {
                              "value": {
                                "name": "Ada"
                              }
                            },
                            "initiator": "user:development/guest"
                          }
                        }
                      ]
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/payloads/{ref}": {
      "get": {
        "operationId": "getPayload",
        "tags": [
          "Instances"
        ],
        "summary": "Get a value that was too large for its event",
        "description": "The JSON value itself, for a `ref` that an event or a state of this instance names.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "ref",
            "in": "path",
            "required": true,
            "description": "The reference, as the event has it.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The value.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/JsonValue"
                },
                "examples": {
                  "value": {
                    "summary": "An object",
                    "value": {
                      "entities": 412,
                      "findings": []
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/PayloadNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/events/stream": {
      "get": {
        "operationId": "streamInstance",
        "tags": [
          "Instances"
        ],
        "summary": "Follow an instance live",
        "description": "Server-sent events. Without a cursor the first is `snapshot` (`SnapshotEvent`: the state and the id up to which it is\ncomplete), then every event of the log as it is written, named by its `type` and carrying its id. With a cursor the\nstream goes on right after it; a cursor that cannot be served (another epoch, trimmed, ahead of the log, far behind)\ngets a `snapshot` with a `reason`.\n\nWithout an id, so that they never move the cursor: `ping` (`PingEvent`) at a fixed interval, and `bye`\n(`ByeEvent`) as the last one before the server closes. A reconnect with the cursor at the end of an ended instance's\nlog answers 204.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "after",
            "in": "query",
            "required": false,
            "description": "Id of the last event the client has. `Last-Event-ID` wins over it.",
            "schema": {
              "$ref": "#/components/schemas/EventId"
            }
          },
          {
            "name": "Last-Event-ID",
            "in": "header",
            "required": false,
            "description": "Id of the last event the client has, as event sources send it when they reconnect.",
            "schema": {
              "$ref": "#/components/schemas/EventId"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The stream.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                },
                "examples": {
                  "beginning": {
                    "summary": "A snapshot, an event and a heartbeat",
                    "value": "retry: 2000\nid: k7.1\nevent: snapshot\ndata: {\"v\":1,\"id\":\"k7.1\",\"seq\":1,\"type\":\"snapshot\",\"time\":\"2026-11-22T03:00:00.010Z\",\"instanceId\":\"01K9ZD6Q5V3T8W1B4N7R2X0C5M\",\"workflow\":{\"id\":\"hello\",\"version\":\"1.0.0\"},\"data\":{\"state\":{\"id\":\"01K9ZD6Q5V3T8W1B4N7R2X0C5M\",\"workflow\":{\"id\":\"hello\",\"version\":\"1.0.0\"},\"seq\":1,\"epoch\":\"k7\",\"status\":\"pending\",\"createdAt\":\"2026-11-22T03:00:00.000Z\",\"tasks\":[]}}}\n\nid: k7.2\nevent: instance.started\ndata: {\"v\":1,\"id\":\"k7.2\",\"seq\":2,\"type\":\"instance.started\",\"time\":\"2026-11-22T03:00:00.050Z\",\"instanceId\":\"01K9ZD6Q5V3T8W1B4N7R2X0C5M\",\"workflow\":{\"id\":\"hello\",\"version\":\"1.0.0\"},\"data\":{}}\n\nevent: ping\ndata: {\"serverTime\":\"2026-11-22T03:00:15.000Z\",\"head\":\"k7.2\",\"intervalMs\":15000}\n"
                  }
                }
              }
            }
          },
          "204": {
            "description": "The instance has ended and the client has its whole log. Do not reconnect."
          },
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/InstanceNotFound"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "BackstageToken": {
        "type": "http",
        "scheme": "bearer",
        "description": "A Backstage user, service or static external-access token."
      }
    },
    "parameters": {
      "WorkflowId": {
        "name": "workflowId",
        "in": "path",
        "required": true,
        "description": "The workflow's id, e.g. `hello`, or `<namespace>.<name>` outside the namespace `default`.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "InstanceId": {
        "name": "instanceId",
        "in": "path",
        "required": true,
        "description": "The instance's id.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "responses": {
      "RequestInvalid": {
        "description": "The request is malformed. `details` names each part that is wrong.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "pageSize": {
                "summary": "A page size that is no number",
                "value": {
                  "error": {
                    "name": "InputError",
                    "code": "REQUEST_INVALID",
                    "message": "The request is not valid: /body/paginationInfo/pageSize must be number",
                    "details": [
                      {
                        "pointer": "/body/paginationInfo/pageSize",
                        "message": "must be number"
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/instances"
                  },
                  "response": {
                    "statusCode": 400
                  }
                }
              }
            }
          }
        }
      },
      "Unauthenticated": {
        "description": "The token is missing, expired or not valid.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "missing": {
                "summary": "No token",
                "value": {
                  "error": {
                    "name": "AuthenticationError",
                    "message": "Missing credentials"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/workflows/hello"
                  },
                  "response": {
                    "statusCode": 401
                  }
                }
              }
            }
          }
        }
      },
      "Forbidden": {
        "description": "The caller may not do this. The message names the permission that is missing.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "permission": {
                "summary": "A permission is missing",
                "value": {
                  "error": {
                    "name": "NotAllowedError",
                    "code": "FORBIDDEN",
                    "message": "You need the permission orchestrator.workflow.use for the workflow \"hello\""
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 403
                  }
                }
              }
            }
          }
        }
      },
      "WorkflowNotFound": {
        "description": "There is no workflow with this id.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "workflow": {
                "$ref": "#/components/examples/WorkflowNotFound"
              }
            }
          }
        }
      },
      "InstanceNotFound": {
        "description": "There is no instance with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "instance": {
                "$ref": "#/components/examples/InstanceNotFound"
              }
            }
          }
        }
      },
      "WorkflowOrInstanceNotFound": {
        "description": "There is no workflow with this id, or no instance of it that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "workflow": {
                "$ref": "#/components/examples/WorkflowNotFound"
              },
              "instance": {
                "$ref": "#/components/examples/InstanceNotFound"
              }
            }
          }
        }
      },
      "PayloadNotFound": {
        "description": "There is no instance with this id that the caller may see, or it has no value with this reference.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "instance": {
                "$ref": "#/components/examples/InstanceNotFound"
              },
              "payload": {
                "summary": "No such value",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "PAYLOAD_NOT_FOUND",
                    "message": "The instance \"01K9ZD6Q5V3T8W1B4N7R2X0C5M\" has no payload \"p9\""
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/instances/01K9ZD6Q5V3T8W1B4N7R2X0C5M/payloads/p9"
                  },
                  "response": {
                    "statusCode": 404
                  }
                }
              }
            }
          }
        }
      },
      "StateConflict": {
        "description": "The instance's state does not allow this. The message names the state.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "ended": {
                "summary": "It has ended",
                "value": {
                  "error": {
                    "name": "ConflictError",
                    "code": "STATE_CONFLICT",
                    "message": "The instance \"01K9ZD6Q5V3T8W1B4N7R2X0C5M\" has ended: it is completed"
                  },
                  "request": {
                    "method": "DELETE",
                    "url": "/v2/workflows/instances/01K9ZD6Q5V3T8W1B4N7R2X0C5M/abort"
                  },
                  "response": {
                    "statusCode": 409
                  }
                }
              }
            }
          }
        }
      },
      "IdempotencyConflict": {
        "description": "The idempotency key was used for another request.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "otherBody": {
                "summary": "Same key, other body",
                "value": {
                  "error": {
                    "name": "ConflictError",
                    "code": "IDEMPOTENCY_CONFLICT",
                    "message": "This Idempotency-Key was used for a request with another workflow or body; send a new key"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 409
                  }
                }
              }
            }
          }
        }
      },
      "PayloadTooLarge": {
        "description": "The body is larger than the server takes (1 MiB unless configured otherwise).",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "tooLarge": {
                "summary": "Too large",
                "value": {
                  "error": {
                    "name": "PayloadTooLargeError",
                    "code": "PAYLOAD_TOO_LARGE",
                    "message": "The body is larger than 1048576 bytes"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 413
                  }
                }
              }
            }
          }
        }
      },
      "CannotExecute": {
        "description": "The input does not fit the workflow's schema, or the definition has problems. No instance was created.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "input": {
                "summary": "A required field is missing",
                "value": {
                  "error": {
                    "name": "InputInvalidError",
                    "code": "INPUT_INVALID",
                    "message": "The input does not fit the schema of the workflow \"hello\": /name is required",
                    "details": [
                      {
                        "pointer": "/name",
                        "message": "is required"
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 422
                  }
                }
              },
              "definition": {
                "summary": "The definition has a problem",
                "value": {
                  "error": {
                    "name": "DefinitionInvalidError",
                    "code": "DEFINITION_INVALID",
                    "message": "The workflow \"nightly-report\" cannot run: line 12, column 11: a call has no property \"methd\"",
                    "details": [
                      {
                        "pointer": "/do/0/fetch/with/methd",
                        "message": "line 12, column 11: a call has no property \"methd\""
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/nightly-report/execute"
                  },
                  "response": {
                    "statusCode": 422
                  }
                }
              }
            }
          }
        }
      },
      "NotImplemented": {
        "description": "This server does not offer it. The message says what to use instead.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "logs": {
                "summary": "No log provider",
                "value": {
                  "error": {
                    "name": "NotImplementedError",
                    "code": "NOT_IMPLEMENTED",
                    "message": "Log lines are not kept; read the event log at /v2/instances/{instanceId}/history"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/workflows/instances/01K9ZD6Q5V3T8W1B4N7R2X0C5M/logs"
                  },
                  "response": {
                    "statusCode": 501
                  }
                }
              }
            }
          }
        }
      },
      "StoreUnavailable": {
        "description": "The database cannot be reached. Try again.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "database": {
                "summary": "The database is away",
                "value": {
                  "error": {
                    "name": "ServiceUnavailableError",
                    "code": "STORE_UNAVAILABLE",
                    "message": "The orchestrator's database cannot be reached; try again in a few seconds"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/workflows/hello"
                  },
                  "response": {
                    "statusCode": 503
                  }
                }
              }
            }
          }
        }
      }
    },
    "examples": {
      "WorkflowNotFound": {
        "summary": "No such workflow",
        "value": {
          "error": {
            "name": "NotFoundError",
            "code": "WORKFLOW_NOT_FOUND",
            "message": "There is no workflow \"helo\"; did you mean \"hello\"?"
          },
          "request": {
            "method": "GET",
            "url": "/v2/workflows/helo"
          },
          "response": {
            "statusCode": 404
          }
        }
      },
      "InstanceNotFound": {
        "summary": "No such instance",
        "value": {
          "error": {
            "name": "NotFoundError",
            "code": "INSTANCE_NOT_FOUND",
            "message": "There is no instance \"01K9ZD6Q5V3T8W1B4N7R2X0C5M\" that you may see"
          },
          "request": {
            "method": "GET",
            "url": "/v2/instances/01K9ZD6Q5V3T8W1B4N7R2X0C5M"
          },
          "response": {
            "statusCode": 404
          }
        }
      },
      "WorkflowOverviewList": {
        "summary": "A workflow that runs and one that is broken",
        "value": {
          "paginationInfo": {
            "pageSize": 10,
            "offset": 0
          },
          "overviews": [
            {
              "workflowId": "hello",
              "name": "Say hello",
              "description": "Greets who you name.",
              "format": "yaml",
              "version": "1.0.0",
              "isAvailable": true,
              "availability": {
                "isAvailable": true
              },
              "lastRunId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
              "lastTriggeredMs": 1763780000000,
              "lastRunStatus": "COMPLETED",
              "workflowRunStats": {
                "totalCount": 12,
                "runsLastMonth": 12,
                "successCount": 11,
                "errorCount": 1,
                "successRatio": 0.9167,
                "averageTimeToComplete": 1250
              }
            },
            {
              "workflowId": "nightly-report",
              "name": "nightly-report",
              "format": "yaml",
              "isAvailable": false,
              "availability": {
                "isAvailable": false,
                "reason": "line 12, column 11: a call has no property \"methd\""
              }
            }
          ]
        }
      },
      "FailedInstancesSearch": {
        "summary": "Failed since a day, newest first",
        "value": {
          "filters": {
            "operator": "AND",
            "filters": [
              {
                "field": "state",
                "operator": "EQ",
                "value": "ERROR"
              },
              {
                "field": "start",
                "operator": "GTE",
                "value": "2026-11-21T00:00:00.000Z"
              }
            ]
          },
          "paginationInfo": {
            "pageSize": 20,
            "offset": 0,
            "orderBy": "start",
            "orderDirection": "DESC"
          }
        }
      },
      "ProcessInstanceList": {
        "summary": "A page of one",
        "value": {
          "totalCount": 1,
          "paginationInfo": {
            "pageSize": 20,
            "offset": 0,
            "orderBy": "start",
            "orderDirection": "DESC"
          },
          "items": [
            {
              "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
              "processId": "hello",
              "processName": "Say hello",
              "version": "1.0.0",
              "state": "COMPLETED",
              "start": "2026-11-22T03:00:00.000Z",
              "end": "2026-11-22T03:00:01.250Z",
              "duration": "1.25 seconds",
              "initiatorEntity": "user:development/guest",
              "nodes": []
            }
          ]
        }
      }
    },
    "schemas": {
      "ErrorResponse": {
        "type": "object",
        "description": "The body of every answer of 400 and above.",
        "required": [
          "error",
          "request",
          "response"
        ],
        "properties": {
          "error": {
            "$ref": "#/components/schemas/ErrorBody"
          },
          "request": {
            "$ref": "#/components/schemas/ErrorRequest"
          },
          "response": {
            "$ref": "#/components/schemas/ErrorStatus"
          }
        }
      },
      "ErrorBody": {
        "type": "object",
        "description": "What failed, on what, and what to do.",
        "required": [
          "name",
          "message"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "The kind of error, e.g. `NotFoundError`."
          },
          "message": {
            "type": "string"
          },
          "code": {
            "$ref": "#/components/schemas/ErrorCode"
          },
          "details": {
            "type": "array",
            "description": "Each single fault, when there are several places to look at.",
            "items": {
              "$ref": "#/components/schemas/ErrorDetail"
            }
          }
        }
      },
      "ErrorCode": {
        "type": "string",
        "description": "Stable, for programs. Absent when the portal refuses a request before it reaches the orchestrator, which is so for a\ntoken that is missing or not valid.\n",
        "enum": [
          "WORKFLOW_NOT_FOUND",
          "INSTANCE_NOT_FOUND",
          "PAYLOAD_NOT_FOUND",
          "INPUT_INVALID",
          "DEFINITION_INVALID",
          "STATE_CONFLICT",
          "REQUEST_INVALID",
          "NOT_IMPLEMENTED",
          "UNAUTHENTICATED",
          "FORBIDDEN",
          "PAYLOAD_TOO_LARGE",
          "IDEMPOTENCY_CONFLICT",
          "STORE_UNAVAILABLE"
        ]
      },
      "ErrorDetail": {
        "type": "object",
        "required": [
          "pointer",
          "message"
        ],
        "properties": {
          "pointer": {
            "type": "string",
            "description": "JSON pointer to what is wrong, e.g. `/name`; empty for the whole."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "ErrorRequest": {
        "type": "object",
        "required": [
          "method",
          "url"
        ],
        "properties": {
          "method": {
            "type": "string"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "ErrorStatus": {
        "type": "object",
        "required": [
          "statusCode"
        ],
        "properties": {
          "statusCode": {
            "type": "integer"
          }
        }
      },
      "SearchRequest": {
        "type": "object",
        "description": "Which items, in which order, which page.",
        "properties": {
          "filters": {
            "$ref": "#/components/schemas/Filter"
          },
          "paginationInfo": {
            "$ref": "#/components/schemas/PaginationInfoDTO"
          }
        }
      },
      "PaginationInfoDTO": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "pageSize": {
            "type": "number",
            "minimum": 0,
            "description": "How many items a page has at most."
          },
          "offset": {
            "type": "number",
            "minimum": 0,
            "description": "How many items to leave out before the page."
          },
          "orderDirection": {
            "$ref": "#/components/schemas/OrderDirection"
          },
          "orderBy": {
            "type": "string",
            "description": "The field to order by."
          }
        }
      },
      "OrderDirection": {
        "type": "string",
        "enum": [
          "ASC",
          "DESC"
        ]
      },
      "Filter": {
        "description": "A condition on the items of a list.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/LogicalFilter"
          },
          {
            "$ref": "#/components/schemas/FieldFilter"
          },
          {
            "$ref": "#/components/schemas/NestedFilter"
          }
        ]
      },
      "LogicalFilter": {
        "type": "object",
        "description": "Combines conditions; `NOT` holds when none of them does.",
        "required": [
          "operator",
          "filters"
        ],
        "properties": {
          "operator": {
            "$ref": "#/components/schemas/LogicalOperator"
          },
          "filters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Filter"
            }
          }
        }
      },
      "LogicalOperator": {
        "type": "string",
        "enum": [
          "AND",
          "OR",
          "NOT"
        ]
      },
      "FieldFilter": {
        "type": "object",
        "description": "Compares a field; `IN` and `BETWEEN` take a list, `LIKE` takes `%` for any text, `IS_NULL` a boolean.",
        "required": [
          "field",
          "operator",
          "value"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "operator": {
            "$ref": "#/components/schemas/FieldOperator"
          },
          "value": {
            "$ref": "#/components/schemas/FieldValue"
          }
        }
      },
      "FieldOperator": {
        "type": "string",
        "enum": [
          "EQ",
          "GT",
          "GTE",
          "LT",
          "LTE",
          "IN",
          "IS_NULL",
          "LIKE",
          "BETWEEN"
        ]
      },
      "FieldValue": {
        "description": "A value, or a list of values.",
        "oneOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          },
          {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScalarValue"
            }
          }
        ]
      },
      "ScalarValue": {
        "description": "A single value.",
        "oneOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          }
        ]
      },
      "NestedFilter": {
        "type": "object",
        "description": "A condition on a field of a field.",
        "required": [
          "field",
          "nested"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "nested": {
            "$ref": "#/components/schemas/NestedCondition"
          }
        }
      },
      "NestedCondition": {
        "description": "What a nested filter holds.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/FieldFilter"
          },
          {
            "$ref": "#/components/schemas/NestedFilter"
          }
        ]
      },
      "WorkflowOverviewListResultDTO": {
        "type": "object",
        "properties": {
          "overviews": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkflowOverviewDTO"
            }
          },
          "paginationInfo": {
            "$ref": "#/components/schemas/PaginationInfoDTO"
          }
        }
      },
      "WorkflowOverviewDTO": {
        "type": "object",
        "required": [
          "workflowId",
          "format"
        ],
        "properties": {
          "workflowId": {
            "type": "string",
            "minLength": 1
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "description": "The title, or the name when there is none."
          },
          "format": {
            "$ref": "#/components/schemas/WorkflowFormatDTO"
          },
          "lastRunId": {
            "type": "string"
          },
          "lastTriggeredMs": {
            "type": "number",
            "minimum": 0,
            "description": "When it last ran, in milliseconds since 1970; absent when it never did."
          },
          "lastRunStatus": {
            "$ref": "#/components/schemas/ProcessInstanceStatusDTO"
          },
          "description": {
            "type": "string"
          },
          "isAvailable": {
            "type": "boolean",
            "description": "Whether it can run."
          },
          "availability": {
            "$ref": "#/components/schemas/WorkflowAvailabilityResponseDTO"
          },
          "version": {
            "type": "string"
          },
          "workflowRunStats": {
            "$ref": "#/components/schemas/WorkflowRunStatsDTO"
          }
        }
      },
      "WorkflowAvailabilityResponseDTO": {
        "type": "object",
        "properties": {
          "isAvailable": {
            "type": "boolean"
          },
          "statusCode": {
            "type": "integer"
          },
          "urlToFetch": {
            "type": "string"
          },
          "reason": {
            "type": "string",
            "description": "Why it cannot run: the first problem of its definition, as `line 12, column 5: …`."
          }
        }
      },
      "WorkflowRunStatsDTO": {
        "type": "object",
        "properties": {
          "successRatio": {
            "type": "number",
            "description": "Completed among those that completed or failed, 0 to 1; absent before the first."
          },
          "runsLastMonth": {
            "type": "integer",
            "description": "Runs of the last 30 days."
          },
          "successCount": {
            "type": "integer"
          },
          "errorCount": {
            "type": "integer"
          },
          "totalCount": {
            "type": "integer"
          },
          "averageTimeToComplete": {
            "type": "number",
            "description": "Milliseconds, of completed runs; absent before the first."
          }
        }
      },
      "WorkflowFormatDTO": {
        "type": "string",
        "enum": [
          "yaml",
          "json"
        ]
      },
      "WorkflowsOverviewForEntityRequest": {
        "type": "object",
        "properties": {
          "targetEntity": {
            "type": "string",
            "description": "Reference of a catalog entity, e.g. `component:default/payments`."
          },
          "annotationWorkflowIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "InputSchemaResponseDTO": {
        "type": "object",
        "properties": {
          "inputSchema": {
            "type": "object",
            "additionalProperties": true,
            "description": "A JSON Schema."
          },
          "data": {
            "type": "object",
            "additionalProperties": true,
            "description": "The input of the instance that was asked for."
          }
        }
      },
      "ExecuteWorkflowRequestDTO": {
        "type": "object",
        "properties": {
          "inputData": {
            "type": "object",
            "additionalProperties": true,
            "description": "The workflow's input."
          },
          "authTokens": {
            "type": "array",
            "description": "Tokens for the services that the workflow calls. Answers 501 where the server does not take them.",
            "items": {
              "$ref": "#/components/schemas/AuthToken"
            }
          },
          "targetEntity": {
            "type": "string",
            "description": "The catalog entity that the run is for, e.g. `component:default/payments`."
          }
        }
      },
      "ExecuteWorkflowResponseDTO": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "The instance's id."
          }
        }
      },
      "RetriggerInstanceRequestDTO": {
        "type": "object",
        "properties": {
          "authTokens": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuthToken"
            }
          }
        }
      },
      "AuthToken": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "provider",
          "token"
        ],
        "properties": {
          "provider": {
            "type": "string",
            "description": "Who issued it, e.g. `github`."
          },
          "token": {
            "type": "string"
          }
        }
      },
      "ProcessInstanceListResultDTO": {
        "type": "object",
        "properties": {
          "totalCount": {
            "type": "integer",
            "description": "How many match in all."
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ProcessInstanceDTO"
            }
          },
          "paginationInfo": {
            "$ref": "#/components/schemas/PaginationInfoDTO"
          }
        }
      },
      "ProcessInstanceDTO": {
        "type": "object",
        "required": [
          "id",
          "processId",
          "nodes"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "processId": {
            "type": "string",
            "description": "The workflow's id."
          },
          "version": {
            "type": "string"
          },
          "processName": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/ProcessInstanceStatusDTO"
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "because": {
            "type": "string",
            "description": "Why it has this status, in one line."
          },
          "endpoint": {
            "type": "string"
          },
          "serviceUrl": {
            "type": "string"
          },
          "start": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "end": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "duration": {
            "type": "string",
            "description": "For people."
          },
          "description": {
            "type": "string"
          },
          "workflowdata": {
            "$ref": "#/components/schemas/WorkflowDataDTO"
          },
          "initiatorEntity": {
            "type": "string",
            "description": "Who started it."
          },
          "targetEntity": {
            "type": "string"
          },
          "executionSummary": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "error": {
            "$ref": "#/components/schemas/ProcessInstanceErrorDTO"
          },
          "nodes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NodeInstanceDTO"
            }
          }
        }
      },
      "ProcessInstanceStatusDTO": {
        "type": "string",
        "enum": [
          "ACTIVE",
          "ERROR",
          "COMPLETED",
          "ABORTED",
          "SUSPENDED",
          "PENDING"
        ]
      },
      "NodeInstanceDTO": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "__typename": {
            "type": "string",
            "default": "NodeInstance"
          },
          "id": {
            "type": "string",
            "description": "The key of the task's execution."
          },
          "name": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "The kind of task, e.g. `set`."
          },
          "enter": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "exit": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "definitionId": {
            "type": "string",
            "description": "JSON pointer of the task in the definition."
          },
          "nodeId": {
            "type": "string"
          },
          "errorMessage": {
            "type": "string"
          }
        }
      },
      "ProcessInstanceErrorDTO": {
        "type": "object",
        "required": [
          "nodeDefinitionId"
        ],
        "properties": {
          "__typename": {
            "type": "string",
            "default": "ProcessInstanceError"
          },
          "nodeDefinitionId": {
            "type": "string",
            "description": "JSON pointer of the task that failed."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "WorkflowDataDTO": {
        "type": "object",
        "description": "The run's output, or its input until there is one. `result` is shown to people.",
        "additionalProperties": true,
        "properties": {
          "result": {
            "$ref": "#/components/schemas/WorkflowResultDTO"
          }
        }
      },
      "WorkflowResultDTO": {
        "type": "object",
        "properties": {
          "message": {
            "type": "string"
          },
          "nextWorkflows": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NextWorkflowDTO"
            }
          },
          "outputs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkflowOutputDTO"
            }
          }
        }
      },
      "NextWorkflowDTO": {
        "type": "object",
        "required": [
          "id",
          "name"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        }
      },
      "WorkflowOutputDTO": {
        "type": "object",
        "required": [
          "key",
          "value"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "value": {
            "$ref": "#/components/schemas/OutputValue"
          },
          "format": {
            "$ref": "#/components/schemas/OutputFormat"
          }
        }
      },
      "OutputValue": {
        "oneOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          }
        ]
      },
      "OutputFormat": {
        "type": "string",
        "enum": [
          "text",
          "number",
          "link",
          "markdown"
        ]
      },
      "WorkflowRunStatusDTO": {
        "type": "object",
        "properties": {
          "key": {
            "type": "string",
            "description": "For people."
          },
          "value": {
            "type": "string"
          }
        }
      },
      "WorkflowLogsResponse": {
        "type": "object",
        "properties": {
          "instanceId": {
            "type": "string"
          },
          "logs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkflowLogEntry"
            }
          }
        }
      },
      "WorkflowLogEntry": {
        "type": "object",
        "required": [
          "id",
          "log"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "log": {
            "type": "string"
          }
        }
      },
      "WorkflowDetails": {
        "type": "object",
        "description": "A definition and what was found wrong with it.",
        "required": [
          "workflowId",
          "namespace",
          "name",
          "version",
          "format",
          "valid",
          "problems",
          "tags"
        ],
        "properties": {
          "workflowId": {
            "type": "string",
            "minLength": 1
          },
          "namespace": {
            "type": "string",
            "description": "Empty when it cannot be read."
          },
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "description": "Empty when it cannot be read."
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "format": {
            "$ref": "#/components/schemas/WorkflowFormatDTO"
          },
          "valid": {
            "type": "boolean",
            "description": "Whether no problem is an error."
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionProblem"
            }
          },
          "inputSchema": {
            "type": "object",
            "additionalProperties": true,
            "description": "A JSON Schema."
          },
          "definition": {
            "type": "object",
            "additionalProperties": true,
            "description": "The document as JSON; absent when it is not readable."
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "DefinitionProblem": {
        "type": "object",
        "required": [
          "code",
          "severity",
          "message",
          "pointer",
          "line",
          "column"
        ],
        "properties": {
          "code": {
            "type": "string",
            "description": "Stable, e.g. `UNSUPPORTED`."
          },
          "severity": {
            "$ref": "#/components/schemas/ProblemSeverity"
          },
          "message": {
            "type": "string"
          },
          "pointer": {
            "type": "string",
            "description": "JSON pointer into the definition."
          },
          "line": {
            "type": "integer",
            "minimum": 1
          },
          "column": {
            "type": "integer",
            "minimum": 1
          },
          "suggestion": {
            "type": "string",
            "description": "What was probably meant."
          }
        }
      },
      "ProblemSeverity": {
        "type": "string",
        "enum": [
          "error",
          "warning"
        ]
      },
      "JsonValue": {
        "description": "Any JSON value."
      },
      "EventId": {
        "type": "string",
        "description": "`<epoch>.<seq>`. The epoch changes when a log is rebuilt.",
        "pattern": "^[A-Za-z0-9_-]+\\.[0-9]+$"
      },
      "HistoryOrder": {
        "type": "string",
        "enum": [
          "asc",
          "desc"
        ],
        "default": "asc"
      },
      "InstanceStatus": {
        "type": "string",
        "enum": [
          "pending",
          "running",
          "waiting",
          "retrying",
          "suspended",
          "completed",
          "failed",
          "cancelled"
        ]
      },
      "TaskStatus": {
        "type": "string",
        "enum": [
          "pending",
          "running",
          "waiting",
          "retrying",
          "suspended",
          "completed",
          "failed",
          "cancelled",
          "skipped"
        ]
      },
      "WorkflowVersion": {
        "type": "object",
        "required": [
          "id",
          "version"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        }
      },
      "InstanceState": {
        "type": "object",
        "description": "The fold of an instance's event log up to `seq`.",
        "required": [
          "id",
          "workflow",
          "seq",
          "epoch",
          "status",
          "createdAt",
          "tasks"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowVersion"
          },
          "seq": {
            "type": "integer",
            "minimum": 0
          },
          "epoch": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "because": {
            "type": "string",
            "description": "Why it has this status, in one line."
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "startedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "endedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "initiator": {
            "type": "string",
            "description": "Who started it, e.g. `user:default/ada`."
          },
          "targetEntity": {
            "type": "string"
          },
          "input": {
            "$ref": "#/components/schemas/Payload"
          },
          "output": {
            "$ref": "#/components/schemas/Payload"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "tasks": {
            "type": "array",
            "description": "One for each execution of a task, in the order in which they first appear.",
            "items": {
              "$ref": "#/components/schemas/TaskState"
            }
          }
        }
      },
      "TaskState": {
        "type": "object",
        "required": [
          "key",
          "ref",
          "name",
          "status",
          "retries"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Unique for this execution in its instance, e.g. `/do/0/each/do/0/fetch[3]`."
          },
          "ref": {
            "type": "string",
            "description": "JSON pointer of the task in the definition."
          },
          "name": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "description": "E.g. `call`."
          },
          "iteration": {
            "type": "string",
            "description": "Loop indices, outermost first, e.g. `3.0`."
          },
          "attempt": {
            "type": "integer",
            "minimum": 1
          },
          "status": {
            "$ref": "#/components/schemas/TaskStatus"
          },
          "startedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "endedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "input": {
            "$ref": "#/components/schemas/Payload"
          },
          "output": {
            "$ref": "#/components/schemas/Payload"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "waitingUntil": {
            "type": "string",
            "description": "While it waits or backs off: until when, ISO 8601 in UTC."
          },
          "retries": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskRetry"
            }
          },
          "call": {
            "$ref": "#/components/schemas/TaskCall"
          }
        }
      },
      "TaskRetry": {
        "type": "object",
        "required": [
          "attempt",
          "nextAt",
          "error"
        ],
        "properties": {
          "attempt": {
            "type": "integer",
            "minimum": 2,
            "description": "The attempt that was scheduled."
          },
          "nextAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          }
        }
      },
      "TaskCall": {
        "type": "object",
        "description": "The task's last call.",
        "required": [
          "target"
        ],
        "properties": {
          "target": {
            "type": "string",
            "description": "E.g. `GET http://localhost:7007/api/catalog/entities`."
          },
          "status": {
            "type": "integer",
            "description": "The HTTP status, when an answer came."
          },
          "ok": {
            "type": "boolean",
            "description": "Whether it succeeded; absent while it is under way."
          }
        }
      },
      "Payload": {
        "description": "A recorded value, inline or by reference.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/InlinePayload"
          },
          {
            "$ref": "#/components/schemas/PayloadRef"
          }
        ]
      },
      "InlinePayload": {
        "type": "object",
        "required": [
          "value"
        ],
        "properties": {
          "value": {
            "$ref": "#/components/schemas/JsonValue"
          }
        }
      },
      "PayloadRef": {
        "type": "object",
        "required": [
          "ref",
          "bytes",
          "sha256",
          "preview"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "For `getPayload`."
          },
          "bytes": {
            "type": "integer",
            "minimum": 0,
            "description": "Size as UTF-8 JSON text."
          },
          "sha256": {
            "type": "string"
          },
          "preview": {
            "type": "string",
            "description": "The first 200 characters of the JSON text."
          }
        }
      },
      "ErrorDetails": {
        "type": "object",
        "description": "An error inside a run, as RFC 9457 and the language have it.",
        "required": [
          "type",
          "status"
        ],
        "properties": {
          "type": {
            "type": "string",
            "description": "E.g. `https://serverlessworkflow.io/spec/1.0.0/errors/communication`."
          },
          "status": {
            "type": "integer"
          },
          "title": {
            "type": "string"
          },
          "detail": {
            "type": "string"
          },
          "instance": {
            "type": "string",
            "description": "JSON pointer of the task that raised it."
          }
        }
      },
      "EventPage": {
        "type": "object",
        "required": [
          "items",
          "epoch",
          "first",
          "head",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrchestratorEvent"
            }
          },
          "epoch": {
            "type": "string"
          },
          "first": {
            "type": "integer",
            "minimum": 0,
            "description": "The oldest `seq` that the log still has."
          },
          "head": {
            "type": "integer",
            "minimum": 0,
            "description": "The newest `seq`."
          },
          "total": {
            "type": "integer",
            "minimum": 0,
            "description": "How many events the log has."
          }
        }
      },
      "OrchestratorEvent": {
        "type": "object",
        "description": "One entry of an instance's log. Ignore types and fields that you do not know.",
        "required": [
          "v",
          "id",
          "seq",
          "type",
          "time",
          "instanceId",
          "workflow",
          "data"
        ],
        "properties": {
          "v": {
            "type": "integer",
            "description": "Version of this envelope, 1."
          },
          "id": {
            "$ref": "#/components/schemas/EventId"
          },
          "seq": {
            "type": "integer",
            "minimum": 1,
            "description": "From 1, without gaps within the instance."
          },
          "type": {
            "type": "string",
            "description": "E.g. `task.started`."
          },
          "time": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "instanceId": {
            "type": "string"
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowVersion"
          },
          "task": {
            "$ref": "#/components/schemas/TaskRef"
          },
          "actor": {
            "$ref": "#/components/schemas/Actor"
          },
          "data": {
            "type": "object",
            "additionalProperties": true,
            "description": "What happened; its fields depend on `type`."
          }
        }
      },
      "TaskRef": {
        "type": "object",
        "required": [
          "ref",
          "name",
          "runId"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "JSON pointer of the task in the definition."
          },
          "name": {
            "type": "string"
          },
          "iteration": {
            "type": "string"
          },
          "attempt": {
            "type": "integer",
            "minimum": 1
          },
          "runId": {
            "type": "string",
            "description": "The key of the task's execution."
          }
        }
      },
      "Actor": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/ActorKind"
          },
          "ref": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "ActorKind": {
        "type": "string",
        "enum": [
          "user",
          "service",
          "system"
        ]
      },
      "SnapshotEvent": {
        "type": "object",
        "description": "What the live stream sends when it has to replace all that the client knows.",
        "required": [
          "v",
          "id",
          "seq",
          "type",
          "time",
          "instanceId",
          "workflow",
          "data"
        ],
        "properties": {
          "v": {
            "type": "integer"
          },
          "id": {
            "$ref": "#/components/schemas/EventId"
          },
          "seq": {
            "type": "integer",
            "minimum": 0
          },
          "type": {
            "type": "string",
            "enum": [
              "snapshot"
            ]
          },
          "time": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "instanceId": {
            "type": "string"
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowVersion"
          },
          "data": {
            "$ref": "#/components/schemas/SnapshotData"
          }
        }
      },
      "SnapshotData": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "$ref": "#/components/schemas/InstanceState"
          },
          "reason": {
            "$ref": "#/components/schemas/SnapshotReason"
          }
        }
      },
      "SnapshotReason": {
        "type": "string",
        "description": "Why the cursor could not be served; absent when there was none.",
        "enum": [
          "epoch",
          "expired",
          "ahead",
          "lagging"
        ]
      },
      "PingEvent": {
        "type": "object",
        "description": "The live stream's heartbeat. `head` behind the log's end tells a client that it has lost something.",
        "required": [
          "serverTime",
          "head",
          "intervalMs"
        ],
        "properties": {
          "serverTime": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "head": {
            "$ref": "#/components/schemas/EventId"
          },
          "intervalMs": {
            "type": "integer",
            "minimum": 1,
            "description": "Milliseconds until the next one."
          }
        }
      },
      "ByeEvent": {
        "type": "object",
        "description": "The last event before the server closes the live stream.",
        "required": [
          "reason"
        ],
        "properties": {
          "reason": {
            "$ref": "#/components/schemas/ByeReason"
          },
          "reconnectAfterMs": {
            "type": "integer",
            "minimum": 0,
            "description": "When to come back."
          }
        }
      },
      "ByeReason": {
        "type": "string",
        "enum": [
          "finished",
          "shutdown",
          "token-expired",
          "max-age",
          "forbidden",
          "slow-consumer"
        ]
      }
    }
  }
};
