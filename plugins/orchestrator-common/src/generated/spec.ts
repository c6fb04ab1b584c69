// Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
import type { OpenAPIObject } from 'openapi3-ts';

/** The API contract. @public */
export const openApiSpec: OpenAPIObject = {
  "openapi": "3.1.0",
  "info": {
    "title": "Orchestrator",
    "version": "2.0.0",
    "description": "Runs workflows written in the Serverless Workflow DSL and tells what they did.\n\nAll paths are below `/api/orchestrator` of the portal's backend, e.g.\n`http://localhost:7007/api/orchestrator/v2/workflows/hello/execute`.\n\n**Authentication.** Every request carries a Backstage token: `Authorization: Bearer <token>`.\n\n**Errors.** Every answer of 400 and above has the same body, `ErrorResponse`. Its `error.code` is stable; its\n`error.details` lists each fault with a JSON pointer to what is wrong.\n\n**Ownership.** An instance belongs to who started it. Others see it with `orchestrator.instance.read` and act on it\nwith `orchestrator.instance.act`, which a policy may tie to conditions such as the owner of the entity that it was\nstarted for; `orchestrator.instanceAdminView` stands for both, for all instances. For everyone else it does not exist\n(404), on every path that shows or changes it. The values of other people's instances are shown with\n`orchestrator.workflowAdminView`; without it each is `{\"redacted\": true, \"permission\": …}`.\n\n**Rates.** Where the portal limits how often a caller may ask, every answer says so in `RateLimit-Limit`,\n`RateLimit-Remaining` and `RateLimit-Reset`, and once more by the names with `X-` before them.\n\n**Compatibility.** The operations below `/v2/workflows` that are marked *compatible* have the paths, operation ids\nand fields of the Red Hat Developer Hub orchestrator's API, so that its clients and templates work unchanged.\n",
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
      "name": "Running",
      "description": "Trying a workflow or a task of it without an instance."
    },
    {
      "name": "Instances",
      "description": "Executions of workflows, their state, history and values."
    },
    {
      "name": "Tasks",
      "description": "What happened to the tasks of an instance."
    },
    {
      "name": "Acting",
      "description": "Deciding how an instance or a task of it goes on."
    },
    {
      "name": "Events",
      "description": "Events that workflows listen for, and those that they make."
    },
    {
      "name": "Triggers",
      "description": "What starts workflows by itself."
    },
    {
      "name": "Jobs",
      "description": "Acting on many instances."
    },
    {
      "name": "Canvas",
      "description": "Definitions as a picture that can be edited."
    },
    {
      "name": "Webhooks",
      "description": "Events sent to other systems."
    },
    {
      "name": "Approvals",
      "description": "Questions that runs ask people."
    },
    {
      "name": "Server",
      "description": "The server itself."
    }
  ],
  "security": [
    {},
    {
      "BackstageToken": []
    }
  ],
  "paths": {
    "/v2/workflows": {
      "get": {
        "operationId": "listWorkflows",
        "tags": [
          "Workflows"
        ],
        "summary": "List and search workflows",
        "description": "Lists the workflows that the caller may read, with their health and their last run. Search, filters, order and paging\nare the database's, over all workflows. A definition with errors stays listed, as `invalid`.\n\nPermission: `orchestrator.workflow`. Last run and health are those of the runs that the caller may see.\n",
        "parameters": [
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words to look for in id, title and description, letters of either case.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "tag",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with this tag; given more than once, with all of them.",
            "schema": {
              "type": "array",
              "maxItems": 20,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of this owner, e.g. `group:default/platform`.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "health",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with one of these.",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/WorkflowHealth"
              }
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "name": "orderBy",
            "in": "query",
            "allowReserved": true,
            "description": "What to order by; a leading `-` turns the order round.",
            "schema": {
              "type": "string",
              "enum": [
                "title",
                "-title",
                "lastRun",
                "-lastRun",
                "updatedAt",
                "-updatedAt"
              ],
              "default": "title"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of workflows.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowPage"
                },
                "examples": {
                  "page": {
                    "$ref": "#/components/examples/WorkflowPage"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "post": {
        "operationId": "createWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Create a workflow",
        "description": "Publishes a definition that is kept in the database. The body is its text, YAML or JSON, and is kept as it is. Its id\nfollows from `document`: the name, preceded by the namespace unless that is `default`.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DefinitionText"
        },
        "responses": {
          "201": {
            "description": "The workflow is there and can be run.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowDetails"
                },
                "examples": {
                  "created": {
                    "$ref": "#/components/examples/WorkflowDetails"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowExists"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/validate": {
      "post": {
        "operationId": "validateWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Check a definition",
        "description": "Tells what is wrong with a definition, each problem at its line and column, without keeping it.\n\nPermission: `orchestrator.workflow`.\n",
        "requestBody": {
          "$ref": "#/components/requestBodies/DefinitionText"
        },
        "responses": {
          "200": {
            "description": "What was found; also of a text that is no definition at all.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ValidationResult"
                },
                "examples": {
                  "valid": {
                    "summary": "Nothing is wrong",
                    "value": {
                      "valid": true,
                      "problems": []
                    }
                  },
                  "problem": {
                    "summary": "A word that the language does not have",
                    "value": {
                      "valid": false,
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/overview": {
      "post": {
        "operationId": "getWorkflowsOverview",
        "tags": [
          "Workflows"
        ],
        "summary": "List workflows",
        "description": "Lists the workflows that the caller may read, with their last run and their figures. A definition with errors\nstays listed: `isAvailable` is false and `availability.reason` says where its first problem is.\nFilters, sorting and paging cover all workflows, not only those of a page. Without a page size the first 1000 are\nlisted. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Lists the workflows named by `annotationWorkflowIds`, and those that have run for `targetEntity`: the first 1000. Without\nboth the list is empty. *Compatible.*\n\nPermission: `orchestrator.workflow`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
          },
          {
            "$ref": "#/components/parameters/Version"
          }
        ],
        "responses": {
          "200": {
            "description": "The definition.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "put": {
        "operationId": "updateWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Replace a workflow's definition",
        "description": "Publishes another text of a workflow that was created through the API; the new one is what runs from now on, instances\nkeep the text they started with. With `If-Match` only when the definition is still the one that the caller has seen.\n\nA workflow that comes from a folder or a URL is changed there (409).\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "$ref": "#/components/requestBodies/DefinitionText"
        },
        "responses": {
          "200": {
            "description": "The definition as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowDetails"
                },
                "examples": {
                  "updated": {
                    "$ref": "#/components/examples/WorkflowDetails"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "patch": {
        "operationId": "patchWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Change what is said about a workflow",
        "description": "Sets title and tags in place of those of the definition, and whether it may be run, whatever source the definition has.\nWhat is left out stays; `null` goes back to what the definition says. The text is not touched.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WorkflowPatch"
              },
              "examples": {
                "disable": {
                  "summary": "No more runs",
                  "value": {
                    "enabled": false
                  }
                },
                "tags": {
                  "summary": "Other tags",
                  "value": {
                    "tags": [
                      "team:platform"
                    ]
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The workflow as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowDetails"
                },
                "examples": {
                  "patched": {
                    "$ref": "#/components/examples/WorkflowDetails"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "deleteWorkflow",
        "tags": [
          "Workflows"
        ],
        "summary": "Delete a workflow",
        "description": "Takes a workflow that was created through the API from the list. Running instances go on with the text they started\nwith; ended ones stay readable.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/versions": {
      "get": {
        "operationId": "listWorkflowVersions",
        "tags": [
          "Workflows"
        ],
        "summary": "List the definitions that a workflow has had",
        "description": "Every text that was ever published under this id, newest first.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of definitions.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DefinitionVersionPage"
                },
                "examples": {
                  "page": {
                    "summary": "Two versions",
                    "value": {
                      "items": [
                        {
                          "version": "1.1.0",
                          "hash": "9f8a…",
                          "current": true,
                          "valid": true,
                          "loadedAt": "2026-11-22T03:00:00.000Z"
                        },
                        {
                          "version": "1.0.0",
                          "hash": "41c7…",
                          "current": false,
                          "valid": true,
                          "loadedAt": "2026-11-20T10:00:00.000Z"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/graph": {
      "get": {
        "operationId": "getWorkflowGraph",
        "tags": [
          "Workflows"
        ],
        "summary": "Get a workflow as a graph",
        "description": "Nodes, containers and edges to draw. The id of a task's node is its JSON pointer, so what an instance tells of a task\nleads to its node. `format=mermaid` answers the text of a Mermaid flowchart instead.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/Version"
          },
          {
            "name": "format",
            "in": "query",
            "allowReserved": true,
            "description": "What to answer.",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "mermaid"
              ],
              "default": "json"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The graph.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowGraph"
                },
                "examples": {
                  "graph": {
                    "summary": "One task",
                    "value": {
                      "nodes": [
                        {
                          "id": "/do/start",
                          "kind": "start",
                          "container": "/do",
                          "title": "",
                          "extensions": []
                        },
                        {
                          "id": "/do/0/greet",
                          "kind": "set",
                          "container": "/do",
                          "title": "greet",
                          "extensions": []
                        },
                        {
                          "id": "/do/end",
                          "kind": "end",
                          "container": "/do",
                          "title": "",
                          "extensions": []
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "nodes": [
                            "/do/start",
                            "/do/0/greet",
                            "/do/end"
                          ]
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
                        },
                        {
                          "id": "/do/0/greet>/do/end",
                          "kind": "next",
                          "from": "/do/0/greet",
                          "to": "/do/end"
                        }
                      ]
                    }
                  }
                }
              },
              "text/plain": {
                "schema": {
                  "type": "string"
                },
                "examples": {
                  "mermaid": {
                    "summary": "Mermaid",
                    "value": "flowchart TD\n  start --> greet\n"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/dryRun": {
      "post": {
        "operationId": "dryRunWorkflow",
        "tags": [
          "Running"
        ],
        "summary": "Run a workflow without effects",
        "description": "Runs the definition by the real interpreter, in memory: nothing is called, timers pass at once, no instance is created.\nA call answers what `mocks` says for its task, otherwise `null`; a listening task receives the events of its mock.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DryRunRequest"
              },
              "examples": {
                "mocked": {
                  "summary": "One call is mocked",
                  "value": {
                    "inputData": {
                      "name": "Ada"
                    },
                    "mocks": {
                      "/do/0/fetch": {
                        "output": {
                          "total": 3
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How it went. A run that fails is an answer, too.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DryRunResult"
                },
                "examples": {
                  "completed": {
                    "summary": "It completes",
                    "value": {
                      "status": "completed",
                      "output": {
                        "message": "Hello Ada"
                      },
                      "virtualMs": 0,
                      "calls": [],
                      "tasks": [
                        {
                          "key": "/do/0/greet",
                          "ref": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "status": "completed",
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
            "$ref": "#/components/responses/WorkflowNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/tasks/execute": {
      "post": {
        "operationId": "executeTask",
        "tags": [
          "Running"
        ],
        "summary": "Run one task alone",
        "description": "Runs a single task of the definition with the input given, for real, as a test session: its calls are made unless\n`mocks` answers them, and timers pass at once. Nothing of it is in lists, counts and stats.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExecuteTaskRequest"
              },
              "examples": {
                "greet": {
                  "summary": "One task",
                  "value": {
                    "taskRef": "/do/0/greet",
                    "input": {
                      "name": "Ada"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How it went. A task that fails is an answer, too.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskTestResult"
                },
                "examples": {
                  "completed": {
                    "summary": "It completes",
                    "value": {
                      "sessionId": "5e0c2f4e-6f0b-4c58-a1a4-7c8a2f4d9b11",
                      "taskRef": "/do/0/greet",
                      "status": "completed",
                      "input": {
                        "name": "Ada"
                      },
                      "output": {
                        "message": "Hello Ada"
                      },
                      "durationMs": 4,
                      "calls": []
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
          },
          {
            "$ref": "#/components/parameters/Version"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
            "allowReserved": true,
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Checks `inputData` against the workflow's input schema, then creates an instance and answers its id at once. The\nrun goes on after the answer: follow it by `streamInstance`, read it by `getInstance`, or `wait` for its end. With an\n`Idempotency-Key`, repeating the request answers the id of the first. *Compatible.*\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          },
          {
            "name": "wait",
            "in": "query",
            "allowReserved": true,
            "description": "How long to wait for the end: seconds, or a duration of ISO 8601 such as `PT30S`; at most 60 seconds. The answer then\nholds the status, and the output or the error when it has ended; the id alone when the database went away meanwhile.\n",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 20
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/IdempotencyConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Lists instances of all workflows, newest first unless asked otherwise. Their `nodes` are empty here; read one\ninstance for its nodes. `totalCount` counts all that match. *Compatible.*\n\nFields to filter and order by: `id`, `processId`, `processName`, `version`, `state`, `start`, `end`,\n`initiatorEntity`, `targetEntity`, `businessKey`. A nested filter on `variables` knows `initiatorEntity` and\n`targetEntity`, too.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "As `getInstances`, for one workflow. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
          "400": {
            "$ref": "#/components/responses/RequestInvalid"
          },
          "401": {
            "$ref": "#/components/responses/Unauthenticated"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "One node for each execution of a task, in the order in which they began; of more than 500 those that have not ended, the latest\nof each task and the last others, see `nodesLeftOut`. `getInstance` says more. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "The event log of the run as lines for people: the last 10000, oldest first. `getInstanceLogs` pages through all,\n`getInstanceHistory` has the events themselves. *Compatible.*\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "rawlog",
            "in": "query",
            "allowReserved": true,
            "required": false,
            "description": "Whether lines come without the time and the level before each.",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Cancels the instance: what it waits for is dropped, what it is doing is interrupted, nothing new begins. An instance\nthat has ended cannot be aborted (409). *Compatible.*\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Runs the failed task of a failed instance again, in the same instance. Only a failed instance can be retried (409).\nAnswers 501 where the engine does not offer it. *Compatible.*\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
    "/v2/instances": {
      "get": {
        "operationId": "listInstances",
        "tags": [
          "Instances"
        ],
        "summary": "List and search instances",
        "description": "Lists the instances that the caller may see, newest first. Pages follow one another without gaps or repeats, whatever\nis started in between: pass `next` of a page as `cursor` of the next one.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "name": "workflowId",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of one of these workflows.",
            "schema": {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with one of these statuses.",
            "schema": {
              "type": "array",
              "maxItems": 8,
              "items": {
                "$ref": "#/components/schemas/InstanceStatus"
              }
            }
          },
          {
            "name": "running",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that have not ended, or only those that have.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that were started for this catalog entity.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "initiator",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that this user or service has started.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "businessKey",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with this business key.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "parentId",
            "in": "query",
            "allowReserved": true,
            "description": "Only the children of this instance.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "label",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with this label, as `name=value`, or `name` for any value; given more than once, with all of them.",
            "schema": {
              "type": "array",
              "maxItems": 20,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words to look for in the id, the business key and the name of the workflow.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "startedAfter",
            "in": "query",
            "allowReserved": true,
            "description": "Only those started at this time or later.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "startedBefore",
            "in": "query",
            "allowReserved": true,
            "description": "Only those started before this time.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "total",
            "in": "query",
            "allowReserved": true,
            "description": "Whether `total` is wanted. Counting costs time in proportion to what matches.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of instances.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstancePage"
                },
                "examples": {
                  "page": {
                    "$ref": "#/components/examples/InstancePage"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/compare": {
      "get": {
        "operationId": "compareInstances",
        "tags": [
          "Instances"
        ],
        "summary": "Compare two instances",
        "description": "Tells in what two runs differ: input, output, and for each task how it went and how long it took. The first 1000 of each,\nsee `leftOut`.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "name": "a",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Id of one instance.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "b",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "Id of the other.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What differs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceComparison"
                },
                "examples": {
                  "comparison": {
                    "summary": "Another name was greeted",
                    "value": {
                      "a": {
                        "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                        "workflow": {
                          "id": "hello",
                          "version": "1.0.0"
                        },
                        "status": "completed",
                        "createdAt": "2026-11-22T03:00:00.000Z",
                        "labels": {}
                      },
                      "b": {
                        "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5N",
                        "workflow": {
                          "id": "hello",
                          "version": "1.0.0"
                        },
                        "status": "completed",
                        "createdAt": "2026-11-22T03:01:00.000Z",
                        "labels": {}
                      },
                      "sameDefinition": true,
                      "input": [
                        {
                          "pointer": "/name",
                          "a": "Ada",
                          "b": "Bob"
                        }
                      ],
                      "output": [
                        {
                          "pointer": "/message",
                          "a": "Hello Ada",
                          "b": "Hello Bob"
                        }
                      ],
                      "tasks": [
                        {
                          "key": "/do/0/greet",
                          "name": "greet",
                          "different": false,
                          "a": {
                            "status": "completed",
                            "durationMs": 2
                          },
                          "b": {
                            "status": "completed",
                            "durationMs": 3
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/bulk": {
      "post": {
        "operationId": "startBulkJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Act on many instances",
        "description": "Does the same with each instance that the query finds and on which the caller may act, in the background. Which instances\nthose are is settled now, and so is that the caller may: the job goes on with what it has been given, whoever is asked\nlater. It survives restarts, and does nothing twice. What became of each instance is told by `getJob`; `previewBulkJob`\ntells beforehand what would be done.\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkRequest"
              },
              "examples": {
                "cancelWaiting": {
                  "summary": "Cancel what waits",
                  "value": {
                    "action": "cancel",
                    "reason": "superseded",
                    "query": {
                      "workflowId": [
                        "hello"
                      ],
                      "status": [
                        "waiting"
                      ]
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The job has begun.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                },
                "examples": {
                  "job": {
                    "$ref": "#/components/examples/Job"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/IdempotencyConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/TooMany"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/bulk/preview": {
      "post": {
        "operationId": "previewBulkJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Tell what a job would act on",
        "description": "Counts what the same request to `startBulkJob` would find now: how many instances, how many of them are in a state in which\nthe action means nothing, and how many the caller may see but not act on. Nothing is done.\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkRequest"
              },
              "examples": {
                "retryFailed": {
                  "summary": "Retry what has failed",
                  "value": {
                    "action": "retry",
                    "query": {
                      "status": [
                        "failed"
                      ]
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What it would act on.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BulkPreview"
                },
                "examples": {
                  "preview": {
                    "$ref": "#/components/examples/BulkPreview"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/jobs": {
      "get": {
        "operationId": "listJobs",
        "tags": [
          "Jobs"
        ],
        "summary": "List jobs",
        "description": "Lists the jobs that the caller has started, newest first; with `orchestrator.instanceAdminView` those of everybody.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of jobs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/JobPage"
                },
                "examples": {
                  "page": {
                    "$ref": "#/components/examples/JobPage"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/jobs/{jobId}": {
      "get": {
        "operationId": "getJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Get a job and what became of each instance",
        "description": "Figures of the job and a page of its outcomes, in the order in which the instances are acted on. An outcome is what became\nof the instance, not that it was asked: it is `succeeded` when the instance has done so.\n\nPermission: who started the job sees it; others need `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/JobId"
          },
          {
            "name": "outcome",
            "in": "query",
            "allowReserved": true,
            "description": "Only items with one of these outcomes.",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/JobOutcome"
              }
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "The job.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/JobWithItems"
                },
                "examples": {
                  "job": {
                    "$ref": "#/components/examples/JobWithItems"
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
            "$ref": "#/components/responses/JobNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/jobs/{jobId}/pause": {
      "post": {
        "operationId": "pauseJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Pause a job",
        "description": "Lets the job ask no further instance until it is resumed. What it has asked for already still happens.\n\nPermission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/JobId"
          }
        ],
        "responses": {
          "200": {
            "description": "It is paused.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                },
                "examples": {
                  "job": {
                    "$ref": "#/components/examples/Job"
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
            "$ref": "#/components/responses/JobNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/JobEnded"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/jobs/{jobId}/resume": {
      "post": {
        "operationId": "resumeJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Let a job go on",
        "description": "Lets a job go on that was paused.\n\nPermission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/JobId"
          }
        ],
        "responses": {
          "200": {
            "description": "It goes on.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                },
                "examples": {
                  "job": {
                    "$ref": "#/components/examples/Job"
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
            "$ref": "#/components/responses/JobNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/JobEnded"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/jobs/{jobId}/cancel": {
      "post": {
        "operationId": "cancelJob",
        "tags": [
          "Jobs"
        ],
        "summary": "Cancel a job",
        "description": "Ends the job: instances that it has not asked yet are left alone, and are `skipped`.\n\nPermission: who started the job; others need `orchestrator.instanceAdminView` and `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/JobId"
          }
        ],
        "responses": {
          "200": {
            "description": "It is cancelled; what it has asked for already still happens.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                },
                "examples": {
                  "job": {
                    "$ref": "#/components/examples/Job"
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
            "$ref": "#/components/responses/JobNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/JobEnded"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "The instance as its event log tells it: status, tasks, input, output and error. Complete up to `seq`; events after\nit bring it up to date. Values over 4096 bytes come by reference, see `getPayload`; where the values of tasks have more than\n262144 bytes together, those of earlier tasks do so too. After many executions of tasks the latest are shown, see\n`tasksLeftOut`.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "deleteInstance",
        "tags": [
          "Instances"
        ],
        "summary": "Delete an instance that has ended",
        "description": "Deletes the instance with its log and its values, for good. One that has not ended must be cancelled first (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/logs": {
      "get": {
        "operationId": "getInstanceLogs",
        "tags": [
          "Instances"
        ],
        "summary": "Read an instance's log lines",
        "description": "What the run has to say to people, a line for each thing worth telling. To read on, pass `next` as `after`; with `wait`\nthe answer comes as soon as there are more lines.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "task",
            "in": "query",
            "allowReserved": true,
            "description": "Only lines of this task, a JSON pointer or a task key.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "attempt",
            "in": "query",
            "allowReserved": true,
            "description": "Only lines of tasks in this attempt, from 1, of the innermost `try` around them; 1 is also what is in none.",
            "schema": {
              "type": "integer",
              "minimum": 1
            }
          },
          {
            "name": "level",
            "in": "query",
            "allowReserved": true,
            "description": "Only lines of this level or a graver one.",
            "schema": {
              "$ref": "#/components/schemas/LogLevel"
            }
          },
          {
            "name": "after",
            "in": "query",
            "allowReserved": true,
            "description": "Offset of the last line that the caller has.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "allowReserved": true,
            "description": "How many lines at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 100
            }
          },
          {
            "$ref": "#/components/parameters/Wait"
          }
        ],
        "responses": {
          "200": {
            "description": "Lines, oldest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LogPage"
                },
                "examples": {
                  "lines": {
                    "summary": "Two lines",
                    "value": {
                      "next": 4,
                      "items": [
                        {
                          "offset": 3,
                          "time": "2026-11-22T03:00:00.060Z",
                          "level": "info",
                          "task": "/do/0/greet",
                          "message": "greet started"
                        },
                        {
                          "offset": 4,
                          "time": "2026-11-22T03:00:00.062Z",
                          "level": "info",
                          "task": "/do/0/greet",
                          "message": "greet completed after 2 ms"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/progress": {
      "get": {
        "operationId": "getProgress",
        "tags": [
          "Instances"
        ],
        "summary": "See how far an instance is",
        "description": "Counts the tasks of the workflow's top level, says what the run waits for, and estimates its end from how long each of\nthese tasks has taken in earlier completed runs of the same workflow.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          }
        ],
        "responses": {
          "200": {
            "description": "The progress.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceProgress"
                },
                "examples": {
                  "waiting": {
                    "summary": "Waiting for a timer",
                    "value": {
                      "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "status": "waiting",
                      "completed": 1,
                      "total": 2,
                      "elapsedMs": 60000,
                      "estimatedCompletion": "2026-11-22T03:05:00.100Z",
                      "estimatedFrom": 14,
                      "milestones": [
                        {
                          "ref": "/do/0/greet",
                          "name": "greet",
                          "status": "completed",
                          "startedAt": "2026-11-22T03:00:00.060Z",
                          "endedAt": "2026-11-22T03:00:00.062Z"
                        },
                        {
                          "ref": "/do/1/pause",
                          "name": "pause",
                          "status": "waiting",
                          "startedAt": "2026-11-22T03:00:00.062Z",
                          "usualMs": 300000
                        }
                      ],
                      "blockers": [
                        {
                          "task": "/do/1/pause",
                          "name": "pause",
                          "kind": "timer",
                          "because": "waiting until 2026-11-22T03:05:00.000Z",
                          "until": "2026-11-22T03:05:00.000Z"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks": {
      "get": {
        "operationId": "listTaskRuns",
        "tags": [
          "Tasks"
        ],
        "summary": "List the task runs of an instance",
        "description": "One for each execution of a task, in the order in which they began.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with one of these statuses.",
            "schema": {
              "type": "array",
              "maxItems": 9,
              "items": {
                "$ref": "#/components/schemas/TaskStatus"
              }
            }
          },
          {
            "name": "limit",
            "in": "query",
            "allowReserved": true,
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 100
            }
          },
          {
            "name": "offset",
            "in": "query",
            "allowReserved": true,
            "description": "How many to leave out before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 2147483647,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of task runs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskRunPage"
                },
                "examples": {
                  "page": {
                    "summary": "One task",
                    "value": {
                      "total": 1,
                      "items": [
                        {
                          "key": "/do/0/greet",
                          "ref": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "status": "completed",
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks/{taskRef}": {
      "get": {
        "operationId": "getTaskRun",
        "tags": [
          "Tasks"
        ],
        "summary": "Get a task run with its attempts",
        "description": "The run with this task key, or the last run of the task at this JSON pointer; with the last 100 runs of the task as its attempts.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          }
        ],
        "responses": {
          "200": {
            "description": "The task run.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskRun"
                },
                "examples": {
                  "greet": {
                    "summary": "A task that completed",
                    "value": {
                      "run": {
                        "key": "/do/0/greet",
                        "ref": "/do/0/greet",
                        "name": "greet",
                        "kind": "set",
                        "status": "completed",
                        "retries": []
                      },
                      "attempts": [
                        {
                          "key": "/do/0/greet",
                          "ref": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "status": "completed",
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
            "$ref": "#/components/responses/TaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks/{taskRef}/history": {
      "get": {
        "operationId": "getTaskHistory",
        "tags": [
          "Tasks"
        ],
        "summary": "Page through what happened to a task",
        "description": "The events of a task and of the tasks within it, as `getInstanceHistory` has them.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          },
          {
            "$ref": "#/components/parameters/After"
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/EventOrder"
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
                    "$ref": "#/components/examples/EventPage"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/stages/{number}/history": {
      "get": {
        "operationId": "getStageHistory",
        "tags": [
          "Tasks"
        ],
        "summary": "Page through what happened in a stage",
        "description": "The events of the n-th task of the workflow's top level, counted from 1, and of the tasks within it.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "name": "number",
            "in": "path",
            "required": true,
            "description": "Which stage, from 1.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100000
            }
          },
          {
            "$ref": "#/components/parameters/After"
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/EventOrder"
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
                    "$ref": "#/components/examples/EventPage"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "The same events, in the same order and with the same ids, as `streamInstance` sends. To page on, pass the id of the\nlast item as `after`. With `wait` an empty page is answered only when nothing has come for so long.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/After"
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "Id of an event; only events before it.",
            "schema": {
              "$ref": "#/components/schemas/EventId"
            }
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/EventOrder"
          },
          {
            "name": "type",
            "in": "query",
            "allowReserved": true,
            "description": "Only events of these types; `task.*` for all that begin so.",
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 60
              }
            }
          },
          {
            "name": "task",
            "in": "query",
            "allowReserved": true,
            "description": "Only events of the task with this JSON pointer or key, and of the tasks within it.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words to look for in what the events say, letters of either case.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/Wait"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "The JSON value itself, for a `ref` that an event or a state of this instance names. It is sent as it is read, however large\nit is, and never changes: its `ETag` is its hash. What the state of the instance and the events of its log refer to is there;\na value that only deleted events have referred to is deleted with them, and the message of the 404 says so.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`, and their values\n`orchestrator.workflowAdminView` (403 otherwise).\n",
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
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/PayloadETag"
              }
            },
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
          "304": {
            "description": "`If-None-Match` says that the client has it."
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
        "description": "Server-sent events. Without a cursor the first is `snapshot` (`SnapshotEvent`: the state and the id up to which it is\ncomplete), then every event of the log as it is written, named by its `type` and carrying its id. With a cursor the\nstream goes on right after it; a cursor that cannot be served (another epoch, trimmed, ahead of the log, far behind)\ngets a `snapshot` with a `reason`.\n\nWithout an id, so that they never move the cursor: `ping` (`PingEvent`) at a fixed interval, and `bye`\n(`ByeEvent`) as the last one before the server closes. A reconnect with the cursor at the end of an ended instance's\nlog answers 204.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/StreamProfile"
          },
          {
            "name": "types",
            "in": "query",
            "required": false,
            "description": "Only events of these types are told; the cursor moves over the others. Default is all.",
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "name": "after",
            "in": "query",
            "allowReserved": true,
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/suspend": {
      "post": {
        "operationId": "suspendInstance",
        "tags": [
          "Acting"
        ],
        "summary": "Suspend an instance",
        "description": "No further task begins until it is resumed; what runs may end. One that has ended or is suspended is refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              },
              "examples": {
                "reason": {
                  "summary": "An example",
                  "value": {
                    "reason": "maintenance of the database"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/resume": {
      "post": {
        "operationId": "resumeInstance",
        "tags": [
          "Acting"
        ],
        "summary": "Resume a suspended instance",
        "description": "It goes on where it stood. Only a suspended instance can be resumed (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              },
              "examples": {
                "reason": {
                  "summary": "An example",
                  "value": {
                    "reason": "maintenance is over"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/cancel": {
      "post": {
        "operationId": "cancelInstance",
        "tags": [
          "Acting"
        ],
        "summary": "Cancel an instance",
        "description": "What it waits for is dropped, what it is doing is interrupted and, unless `force` is set, waited for; nothing new begins. One that has ended is refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CancelRequest"
              },
              "examples": {
                "cancel": {
                  "summary": "An example",
                  "value": {
                    "reason": "superseded"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/retry": {
      "post": {
        "operationId": "retryInstance",
        "tags": [
          "Acting"
        ],
        "summary": "Retry a failed instance",
        "description": "Goes on with the tasks that failed, in the same instance; nothing that has completed is done again. With `from` it goes on from an earlier task, with `version` by another definition if what has happened so far fits it (409 otherwise).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RetryRequest"
              },
              "examples": {
                "from": {
                  "summary": "An example",
                  "value": {
                    "from": "/do/1/charge"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
    "/v2/instances/{instanceId}/rerun": {
      "post": {
        "operationId": "rerunInstance",
        "tags": [
          "Acting"
        ],
        "summary": "Run the same again",
        "description": "Starts a new instance of the same workflow with the same input, target entity, business key and labels, by the\ndefinition that the workflow has now. `inputData` takes the place of the input.\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RerunRequest"
              },
              "examples": {
                "other": {
                  "summary": "With another input",
                  "value": {
                    "inputData": {
                      "name": "Bob"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The new instance.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
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
            "$ref": "#/components/responses/WorkflowOrInstanceNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
    "/v2/instances/{instanceId}/tasks/{taskRef}/skip": {
      "post": {
        "operationId": "skipTask",
        "tags": [
          "Acting"
        ],
        "summary": "Leave a task out",
        "description": "Its output is its input, and the flow goes on after it. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others\nare refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              },
              "examples": {
                "reason": {
                  "summary": "An example",
                  "value": {
                    "reason": "done by hand"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
            "$ref": "#/components/responses/TaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks/{taskRef}/retry": {
      "post": {
        "operationId": "retryTask",
        "tags": [
          "Acting"
        ],
        "summary": "Run a task again",
        "description": "A task that has failed runs again; one that waits for its next attempt begins it at once. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others\nare refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReasonRequest"
              },
              "examples": {
                "reason": {
                  "summary": "An example",
                  "value": {
                    "reason": "the service is back"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
            "$ref": "#/components/responses/TaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks/{taskRef}/complete": {
      "post": {
        "operationId": "completeTask",
        "tags": [
          "Acting"
        ],
        "summary": "Complete a task by hand",
        "description": "The task ends with the output given, and the flow goes on after it. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others\nare refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CompleteTaskRequest"
              },
              "examples": {
                "output": {
                  "summary": "An example",
                  "value": {
                    "output": {
                      "ticket": "OPS-17"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
            "$ref": "#/components/responses/TaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/tasks/{taskRef}/fail": {
      "post": {
        "operationId": "failTask",
        "tags": [
          "Acting"
        ],
        "summary": "Let a task fail",
        "description": "The task ends with the error given, as if it had raised it; what the definition says for that is done. Can be done to a task that has failed and that nothing in the definition handles, and to one that waits; others\nare refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/TaskRef"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FailTaskRequest"
              },
              "examples": {
                "error": {
                  "summary": "An example",
                  "value": {
                    "error": {
                      "type": "https://example.com/errors/refused",
                      "status": 409,
                      "title": "Refused"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It has been asked durably and follows soon. The answer shows the instance as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceSummary"
                },
                "examples": {
                  "instance": {
                    "$ref": "#/components/examples/InstanceSummary"
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
            "$ref": "#/components/responses/TaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/instances/{instanceId}/events": {
      "get": {
        "operationId": "getInstanceEvents",
        "tags": [
          "Instances"
        ],
        "summary": "Page through the events of an instance",
        "description": "The same as `getInstanceHistory`, beside the stream of the same events.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/After"
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "Id of an event; only events before it.",
            "schema": {
              "$ref": "#/components/schemas/EventId"
            }
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/EventOrder"
          },
          {
            "name": "type",
            "in": "query",
            "allowReserved": true,
            "description": "Only events of these types; `task.*` for all that begin so.",
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 60
              }
            }
          },
          {
            "name": "task",
            "in": "query",
            "allowReserved": true,
            "description": "Only events of the task with this JSON pointer or key, and of the tasks within it.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words to look for in what the events say, letters of either case.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/Wait"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "post": {
        "operationId": "sendEvent",
        "tags": [
          "Events"
        ],
        "summary": "Send an event to one instance",
        "description": "Delivers a CloudEvent, structured or binary as `publishEvent` takes it, to this instance alone, at least once and durably: a task that listens for it now or later takes it.\nThe same `source` and `id` again are answered as `duplicate`. An instance that has ended is refused (409).\n\nPermission: `orchestrator.workflow.use`; other people's instances also need `orchestrator.instance.act`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/InstanceId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/cloudevents+json": {
              "schema": {
                "$ref": "#/components/schemas/CloudEvent"
              },
              "examples": {
                "paid": {
                  "summary": "An order was paid",
                  "value": {
                    "specversion": "1.0",
                    "id": "e-17",
                    "source": "https://example.com/shop",
                    "type": "com.example.order.paid",
                    "data": {
                      "orderId": "o-42"
                    }
                  }
                }
              }
            },
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/JsonValue"
              },
              "examples": {
                "paid": {
                  "summary": "An order was paid",
                  "value": {
                    "specversion": "1.0",
                    "id": "e-17",
                    "source": "https://example.com/shop",
                    "type": "com.example.order.paid",
                    "data": {
                      "orderId": "o-42"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The event is kept and on its way.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EventReceipt"
                },
                "examples": {
                  "receipt": {
                    "$ref": "#/components/examples/EventReceipt"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/EventInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/events": {
      "post": {
        "operationId": "publishEvent",
        "tags": [
          "Events"
        ],
        "summary": "Publish an event to all that listen",
        "description": "Takes a CloudEvent: structured, as `application/cloudevents+json` or `application/json`; or binary, with the attributes in\n`ce-…` headers and the data as the body. It is kept before it is answered, and delivered at least once to every\ninstance and trigger that listens for it. The same `source` and `id` again are answered as `duplicate`.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/cloudevents+json": {
              "schema": {
                "$ref": "#/components/schemas/CloudEvent"
              },
              "examples": {
                "structured": {
                  "summary": "An order was paid",
                  "value": {
                    "specversion": "1.0",
                    "id": "e-17",
                    "source": "https://example.com/shop",
                    "type": "com.example.order.paid",
                    "data": {
                      "orderId": "o-42"
                    }
                  }
                }
              }
            },
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/JsonValue"
              },
              "examples": {
                "structured": {
                  "summary": "An order was paid",
                  "value": {
                    "specversion": "1.0",
                    "id": "e-17",
                    "source": "https://example.com/shop",
                    "type": "com.example.order.paid",
                    "data": {
                      "orderId": "o-42"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The event is kept and on its way.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EventReceipt"
                },
                "examples": {
                  "receipt": {
                    "$ref": "#/components/examples/EventReceipt"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/IdempotencyConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/EventInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/events/stream": {
      "get": {
        "operationId": "streamEvents",
        "tags": [
          "Events"
        ],
        "summary": "Follow many instances live",
        "description": "Server-sent events of all instances that match and that the caller may see, in the order in which they were committed.\nWithout the id of a last event the stream begins with a `snapshot`, whose id is where the log of all instances stands; with\none that cannot be gone on from, with a `snapshot` that says why in `reason`: `expired` when something was deleted that came\nafter it, or an instance with all its events since. Who is connected then gets such a `snapshot` too, within a minute: lists\nare to be read anew.\nIds are positions in the log of all instances: a client that reconnects with the last one misses nothing. Events that are\nleft out move the cursor by `cursor` events. `ping` and `bye` are as in `streamInstance`.\n\nThe same over a WebSocket: `GET /v2/events/ws` with these parameters in the query, `Upgrade: websocket` and\n`Sec-WebSocket-Protocol: orchestrator.v2` answers 101, and then sends each event as a text message of JSON,\n`{id?, event, data}`. The token stands in `Authorization`, or, from browsers, as a second protocol beside\n`orchestrator.v2`. Without `Upgrade` it answers 426; what is wrong with the request is answered before the upgrade, by\n400, 401, 403 or 429 without a body, and 503 with `Retry-After` as long as no other request has come to this process.\nClients send nothing: who does is hung up on with 1008 (1009 above 1 kB), and so is who pings more often than requests are\nallowed. The server closes with 1000 after `bye`, and with 1011 when it breaks.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "name": "workflowId",
            "in": "query",
            "allowReserved": true,
            "description": "Only instances of these workflows.",
            "schema": {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only instances started for this catalog entity.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "description": "Only instances with one of these statuses.",
            "schema": {
              "type": "array",
              "maxItems": 8,
              "items": {
                "$ref": "#/components/schemas/InstanceStatus"
              }
            }
          },
          {
            "name": "instances",
            "in": "query",
            "allowReserved": true,
            "description": "Only these instances.",
            "schema": {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          {
            "$ref": "#/components/parameters/StreamProfile"
          },
          {
            "name": "after",
            "in": "query",
            "allowReserved": true,
            "description": "Id of the last event that the client has. `Last-Event-ID` wins over it.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "Last-Event-ID",
            "in": "header",
            "description": "Id of the last event that the client has, as event sources send it.",
            "schema": {
              "type": "string",
              "minLength": 1
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
                    "summary": "An event and a heartbeat",
                    "value": "retry: 2000\nid: g.1042\nevent: instance.started\ndata: {\"v\":1,\"id\":\"k7.2\",\"seq\":2,\"type\":\"instance.started\",\"time\":\"2026-11-22T03:00:00.050Z\",\"instanceId\":\"01K9ZD6Q5V3T8W1B4N7R2X0C5M\",\"workflow\":{\"id\":\"hello\",\"version\":\"1.0.0\"},\"data\":{}}\n\nevent: ping\ndata: {\"serverTime\":\"2026-11-22T03:00:15.000Z\",\"head\":\"g.1042\",\"intervalMs\":15000}\n"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/canvas": {
      "get": {
        "operationId": "getWorkflowCanvas",
        "tags": [
          "Canvas"
        ],
        "summary": "Get a workflow as a canvas",
        "description": "Its tasks with their position, and how the flow goes between them. A position that was set stands in the task's\n`metadata.canvas`; a task without one stands where the layout puts it.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          }
        ],
        "responses": {
          "200": {
            "description": "The canvas.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowCanvas"
                },
                "examples": {
                  "canvas": {
                    "summary": "One task",
                    "value": {
                      "workflowId": "hello",
                      "version": "1.0.0",
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "container": "/do",
                          "task": {
                            "set": {
                              "message": "Hello"
                            }
                          },
                          "position": {
                            "x": 24,
                            "y": 92
                          },
                          "size": {
                            "width": 220,
                            "height": 56
                          }
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "position": {
                            "x": 0,
                            "y": 0
                          },
                          "size": {
                            "width": 268,
                            "height": 216
                          }
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/nodes": {
      "post": {
        "operationId": "addNode",
        "tags": [
          "Canvas"
        ],
        "summary": "Add a task",
        "description": "Publishes the definition with one more task, in the list and at the place given. Comments and order of the text stay;\nspacing is made even.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AddNodeRequest"
              },
              "examples": {
                "greet": {
                  "summary": "A task at the end",
                  "value": {
                    "name": "greet",
                    "task": {
                      "set": {
                        "message": "Hello"
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The canvas with the new task.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowCanvas"
                },
                "examples": {
                  "canvas": {
                    "summary": "One task",
                    "value": {
                      "workflowId": "hello",
                      "version": "1.0.0",
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "container": "/do",
                          "task": {
                            "set": {
                              "message": "Hello"
                            }
                          },
                          "position": {
                            "x": 24,
                            "y": 92
                          },
                          "size": {
                            "width": 220,
                            "height": 56
                          }
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "position": {
                            "x": 0,
                            "y": 0
                          },
                          "size": {
                            "width": 268,
                            "height": 216
                          }
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/nodes/{nodeId}": {
      "patch": {
        "operationId": "updateNode",
        "tags": [
          "Canvas"
        ],
        "summary": "Change a task",
        "description": "Publishes the definition with this task changed: its name, what it does, or its position. A new name goes into the\n`then`s that lead to the task.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/NodeId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/UpdateNodeRequest"
              },
              "examples": {
                "rename": {
                  "summary": "Another name",
                  "value": {
                    "name": "welcome"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The canvas as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowCanvas"
                },
                "examples": {
                  "canvas": {
                    "summary": "One task",
                    "value": {
                      "workflowId": "hello",
                      "version": "1.0.0",
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "container": "/do",
                          "task": {
                            "set": {
                              "message": "Hello"
                            }
                          },
                          "position": {
                            "x": 24,
                            "y": 92
                          },
                          "size": {
                            "width": 220,
                            "height": 56
                          }
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "position": {
                            "x": 0,
                            "y": 0
                          },
                          "size": {
                            "width": 268,
                            "height": 216
                          }
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "removeNode",
        "tags": [
          "Canvas"
        ],
        "summary": "Remove a task",
        "description": "Publishes the definition without this task and what is in it.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/NodeId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The canvas without it.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowCanvas"
                },
                "examples": {
                  "canvas": {
                    "summary": "One task",
                    "value": {
                      "workflowId": "hello",
                      "version": "1.0.0",
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "container": "/do",
                          "task": {
                            "set": {
                              "message": "Hello"
                            }
                          },
                          "position": {
                            "x": 24,
                            "y": 92
                          },
                          "size": {
                            "width": 220,
                            "height": 56
                          }
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "position": {
                            "x": 0,
                            "y": 0
                          },
                          "size": {
                            "width": 268,
                            "height": 216
                          }
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/nodes/{nodeId}/move": {
      "post": {
        "operationId": "moveNode",
        "tags": [
          "Canvas"
        ],
        "summary": "Move a task",
        "description": "Publishes the definition with this task at another place of its list, or in another list.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/NodeId"
          },
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/MoveNodeRequest"
              },
              "examples": {
                "first": {
                  "summary": "To the beginning",
                  "value": {
                    "container": "/do",
                    "index": 0
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The canvas as it is now.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WorkflowCanvas"
                },
                "examples": {
                  "canvas": {
                    "summary": "One task",
                    "value": {
                      "workflowId": "hello",
                      "version": "1.0.0",
                      "nodes": [
                        {
                          "id": "/do/0/greet",
                          "name": "greet",
                          "kind": "set",
                          "container": "/do",
                          "task": {
                            "set": {
                              "message": "Hello"
                            }
                          },
                          "position": {
                            "x": 24,
                            "y": 92
                          },
                          "size": {
                            "width": 220,
                            "height": 56
                          }
                        }
                      ],
                      "containers": [
                        {
                          "id": "/do",
                          "role": "workflow",
                          "position": {
                            "x": 0,
                            "y": 0
                          },
                          "size": {
                            "width": 268,
                            "height": 216
                          }
                        }
                      ],
                      "edges": [
                        {
                          "id": "/do/start>/do/0/greet",
                          "kind": "next",
                          "from": "/do/start",
                          "to": "/do/0/greet"
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/WorkflowReadOnly"
          },
          "412": {
            "$ref": "#/components/responses/VersionConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DefinitionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/nodes/{nodeId}/input": {
      "get": {
        "operationId": "getNodeInput",
        "tags": [
          "Canvas"
        ],
        "summary": "Get the input of a task",
        "description": "The input that the task has had in an instance, in its last run there; or in a test session of `executeTask`. One of the two is given.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/NodeId"
          },
          {
            "name": "instanceId",
            "in": "query",
            "allowReserved": true,
            "description": "An instance of this workflow.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "sessionId",
            "in": "query",
            "allowReserved": true,
            "description": "A test session.",
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
                      "name": "Ada"
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/workflows/{workflowId}/nodes/{nodeId}/output": {
      "get": {
        "operationId": "getNodeOutput",
        "tags": [
          "Canvas"
        ],
        "summary": "Get the output of a task",
        "description": "The output that the task has had in an instance, in its last run there; or in a test session of `executeTask`. One of the two is given.\n\nPermission: `orchestrator.workflow`; other people's instances need `orchestrator.instance.read`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WorkflowId"
          },
          {
            "$ref": "#/components/parameters/NodeId"
          },
          {
            "name": "instanceId",
            "in": "query",
            "allowReserved": true,
            "description": "An instance of this workflow.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "sessionId",
            "in": "query",
            "allowReserved": true,
            "description": "A test session.",
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
                      "name": "Ada"
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
            "$ref": "#/components/responses/WorkflowOrTaskNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/node-templates": {
      "get": {
        "operationId": "listNodeTemplates",
        "tags": [
          "Canvas"
        ],
        "summary": "List what tasks there can be",
        "description": "Every kind of task of the language and every function that this deployment offers, each with the JSON Schema of what it is\nwritten with and an example to begin with.\n\nPermission: `orchestrator.workflow`.\n",
        "responses": {
          "200": {
            "description": "The templates.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NodeTemplateList"
                },
                "examples": {
                  "templates": {
                    "summary": "One of them",
                    "value": {
                      "items": [
                        {
                          "id": "set",
                          "kind": "set",
                          "title": "Set",
                          "description": "Sets data.",
                          "schema": {
                            "type": "object"
                          },
                          "example": {
                            "set": {
                              "message": "Hello"
                            }
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/approvals": {
      "get": {
        "operationId": "listApprovals",
        "tags": [
          "Approvals"
        ],
        "summary": "List what people are asked",
        "description": "The approvals that the caller may see: those that name the caller, or a group of the caller's, as an approver, and those of\nruns that the caller has started; all of them for those who see the runs of others. What is pending comes oldest first,\nanything else newest first.\n\nPermission: none, whom an approval names sees it; to see those that name others `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "name": "scope",
            "in": "query",
            "allowReserved": true,
            "description": "`mine`: those that name the caller. `groups`: those that name a group of the caller's. `all`: all that the caller may see.",
            "schema": {
              "$ref": "#/components/schemas/ApprovalScope"
            }
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of this status.",
            "schema": {
              "$ref": "#/components/schemas/ApprovalStatus"
            }
          },
          {
            "name": "late",
            "in": "query",
            "allowReserved": true,
            "description": "Only those that are pending and overdue.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "workflowId",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of runs of this workflow.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "instanceId",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of this instance.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of runs for this entity.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of approvals.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ApprovalPage"
                },
                "examples": {
                  "page": {
                    "summary": "One that is pending",
                    "value": {
                      "items": [
                        {
                          "id": "5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f",
                          "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                          "workflow": {
                            "id": "decommission",
                            "version": "1.0.0"
                          },
                          "task": "/do/1/approve",
                          "initiator": "user:default/ada",
                          "title": "Drop the database?",
                          "approvers": [
                            "group:default/dba"
                          ],
                          "decisions": [
                            "approve",
                            "reject"
                          ],
                          "required": 1,
                          "excludeInitiator": true,
                          "requestedAt": "2026-11-22T03:00:00.000Z",
                          "dueAt": "2026-11-25T03:00:00.000Z",
                          "status": "pending",
                          "isLate": false,
                          "votes": [],
                          "mayDecide": true
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/approvals/{approvalId}": {
      "get": {
        "operationId": "getApproval",
        "tags": [
          "Approvals"
        ],
        "summary": "Get an approval",
        "description": "What is asked, of whom, until when, and what was decided. Approvers see this although they may not see the run itself: its\ninput, its log and its other tasks stay hidden from them.\n\nPermission: none, whom the approval names sees it; to see those that name others `orchestrator.instanceAdminView`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/ApprovalId"
          }
        ],
        "responses": {
          "200": {
            "description": "The approval.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                },
                "examples": {
                  "approval": {
                    "summary": "One that is pending",
                    "value": {
                      "id": "5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f",
                      "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "workflow": {
                        "id": "decommission",
                        "version": "1.0.0"
                      },
                      "task": "/do/1/approve",
                      "initiator": "user:default/ada",
                      "title": "Drop the database?",
                      "approvers": [
                        "group:default/dba"
                      ],
                      "decisions": [
                        "approve",
                        "reject"
                      ],
                      "required": 1,
                      "excludeInitiator": true,
                      "requestedAt": "2026-11-22T03:00:00.000Z",
                      "dueAt": "2026-11-25T03:00:00.000Z",
                      "status": "pending",
                      "isLate": false,
                      "votes": [],
                      "mayDecide": true
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
            "$ref": "#/components/responses/ApprovalNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/approvals/{approvalId}/decision": {
      "post": {
        "operationId": "decideApproval",
        "tags": [
          "Approvals"
        ],
        "summary": "Decide an approval",
        "description": "Counts the caller's decision. The first of the approval's `decisions` needs as many people as `required` says; any other is\ntaken as soon as one person decides so. Each person decides once. When it is decided already the answer is 409 and says by\nwhom. With a form, `data` must fit its schema, and cannot be left out with the first decision (422).\n\nPermission: none, one is named as an approver, oneself or by a group, and nothing takes the place of that. With\n`excludeInitiator` who has started the run cannot decide.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/ApprovalId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ApprovalDecisionRequest"
              },
              "examples": {
                "approve": {
                  "summary": "Approve",
                  "value": {
                    "decision": "approve",
                    "comment": "checked the backup"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The approval as it then is; still pending when more people have to decide.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                },
                "examples": {
                  "approval": {
                    "summary": "Decided",
                    "value": {
                      "id": "5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f",
                      "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                      "workflow": {
                        "id": "decommission",
                        "version": "1.0.0"
                      },
                      "task": "/do/1/approve",
                      "initiator": "user:default/ada",
                      "title": "Drop the database?",
                      "approvers": [
                        "group:default/dba"
                      ],
                      "decisions": [
                        "approve",
                        "reject"
                      ],
                      "required": 1,
                      "excludeInitiator": true,
                      "requestedAt": "2026-11-22T03:00:00.000Z",
                      "dueAt": "2026-11-25T03:00:00.000Z",
                      "status": "decided",
                      "isLate": false,
                      "closedAt": "2026-11-22T09:30:00.000Z",
                      "decision": "approve",
                      "votes": [
                        {
                          "decision": "approve",
                          "by": "user:default/grace",
                          "comment": "checked the backup",
                          "decidedAt": "2026-11-22T09:30:00.000Z"
                        }
                      ],
                      "mayDecide": false
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
            "$ref": "#/components/responses/ApprovalNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/ApprovalClosed"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/DecisionInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers": {
      "get": {
        "operationId": "listTriggers",
        "tags": [
          "Triggers"
        ],
        "summary": "List what starts workflows",
        "description": "Schedules and events that the definitions name, with when each is due next.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "name": "workflowId",
            "in": "query",
            "allowReserved": true,
            "description": "Only those of this workflow.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The triggers.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriggerList"
                },
                "examples": {
                  "triggers": {
                    "summary": "One",
                    "value": {
                      "items": [
                        {
                          "id": "nightly:cron",
                          "workflowId": "nightly",
                          "kind": "cron",
                          "enabled": true,
                          "expression": "0 3 * * *",
                          "timeZone": "UTC",
                          "nextAt": "2026-11-23T03:00:00.000Z",
                          "lastAt": "2026-11-22T03:00:00.000Z"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers/{triggerId}": {
      "get": {
        "operationId": "getTrigger",
        "tags": [
          "Triggers"
        ],
        "summary": "Get a trigger",
        "description": "When it is due next, when it was last, and whether it waits.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/TriggerId"
          }
        ],
        "responses": {
          "200": {
            "description": "The trigger.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Trigger"
                },
                "examples": {
                  "trigger": {
                    "summary": "Every night",
                    "value": {
                      "id": "nightly:cron",
                      "workflowId": "nightly",
                      "kind": "cron",
                      "enabled": true,
                      "expression": "0 3 * * *",
                      "timeZone": "UTC",
                      "nextAt": "2026-11-23T03:00:00.000Z",
                      "lastAt": "2026-11-22T03:00:00.000Z"
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
            "$ref": "#/components/responses/TriggerNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers/{triggerId}/pause": {
      "post": {
        "operationId": "pauseTrigger",
        "tags": [
          "Triggers"
        ],
        "summary": "Pause a trigger",
        "description": "It starts nothing until it is resumed.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/TriggerId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "responses": {
          "200": {
            "description": "The trigger as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Trigger"
                },
                "examples": {
                  "trigger": {
                    "summary": "Paused",
                    "value": {
                      "id": "nightly:cron",
                      "workflowId": "nightly",
                      "kind": "cron",
                      "enabled": false,
                      "expression": "0 3 * * *",
                      "timeZone": "UTC",
                      "nextAt": "2026-11-23T03:00:00.000Z",
                      "lastAt": "2026-11-22T03:00:00.000Z"
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
            "$ref": "#/components/responses/TriggerNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers/{triggerId}/resume": {
      "post": {
        "operationId": "resumeTrigger",
        "tags": [
          "Triggers"
        ],
        "summary": "Resume a paused trigger",
        "description": "From now on it starts runs again; what fell due meanwhile is not made up for.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/TriggerId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "responses": {
          "200": {
            "description": "The trigger as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Trigger"
                },
                "examples": {
                  "trigger": {
                    "summary": "Resumed",
                    "value": {
                      "id": "nightly:cron",
                      "workflowId": "nightly",
                      "kind": "cron",
                      "enabled": true,
                      "expression": "0 3 * * *",
                      "timeZone": "UTC",
                      "nextAt": "2026-11-23T03:00:00.000Z",
                      "lastAt": "2026-11-22T03:00:00.000Z"
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
            "$ref": "#/components/responses/TriggerNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers/{triggerId}/test": {
      "post": {
        "operationId": "testTrigger",
        "tags": [
          "Triggers"
        ],
        "summary": "Run a trigger once",
        "description": "Starts one run now, as the trigger would. Its next time stays.\n\nPermission: `orchestrator.workflow.use`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/TriggerId"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "responses": {
          "201": {
            "description": "The run.",
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
            "$ref": "#/components/responses/TriggerNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/CannotExecute"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/triggers/{triggerId}/occurrences": {
      "get": {
        "operationId": "listOccurrences",
        "tags": [
          "Triggers"
        ],
        "summary": "List when a trigger has started and will start runs",
        "description": "Past occurrences, latest first, with the run of each or why there is none, and the next times to come. Past ones are kept for\n30 days, or as long as `retention.occurrences` says.\n\nPermission: `orchestrator.workflow`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/TriggerId"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "The occurrences.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OccurrencePage"
                },
                "examples": {
                  "page": {
                    "summary": "One past and one to come",
                    "value": {
                      "upcoming": [
                        "2026-11-23T03:00:00.000Z"
                      ],
                      "items": [
                        {
                          "at": "2026-11-22T03:00:00.000Z",
                          "handledAt": "2026-11-22T03:00:00.412Z",
                          "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                          "status": "completed"
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
            "$ref": "#/components/responses/TriggerNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/webhooks": {
      "get": {
        "operationId": "listWebhooks",
        "tags": [
          "Webhooks"
        ],
        "summary": "List webhooks",
        "description": "Secrets are not shown.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "responses": {
          "200": {
            "description": "The webhooks.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookList"
                },
                "examples": {
                  "webhooks": {
                    "summary": "One",
                    "value": {
                      "items": [
                        {
                          "id": "7c1d",
                          "url": "https://example.com/hooks/orchestrator",
                          "events": [
                            "workflow.faulted"
                          ],
                          "workflowIds": [],
                          "enabled": true,
                          "createdAt": "2026-11-22T03:00:00.000Z",
                          "createdBy": "user:development/guest"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "post": {
        "operationId": "createWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Have events sent to an address",
        "description": "From now on every event of the types given is sent there by POST: a CloudEvent (JSON), signed by the Standard Webhooks scheme\n(`webhook-id`, `webhook-timestamp`, `webhook-signature`), and tried again with growing pauses for three days when it fails. At\nleast once, order not promised. Any 2xx is a success; 410 switches the webhook off. The answer holds the secret, this once.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateWebhookRequest"
              },
              "examples": {
                "failures": {
                  "summary": "Failures",
                  "value": {
                    "url": "https://example.com/hooks/orchestrator",
                    "events": [
                      "workflow.faulted"
                    ]
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The webhook, with its secret.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreatedWebhook"
                },
                "examples": {
                  "created": {
                    "summary": "With its secret",
                    "value": {
                      "id": "7c1d",
                      "url": "https://example.com/hooks/orchestrator",
                      "events": [
                        "workflow.faulted"
                      ],
                      "workflowIds": [],
                      "enabled": true,
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "createdBy": "user:development/guest",
                      "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/InputInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/webhooks/{webhookId}": {
      "get": {
        "operationId": "getWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Get a webhook",
        "description": "What it is sent, and where to; never its secret.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "responses": {
          "200": {
            "description": "The webhook.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Webhook"
                },
                "examples": {
                  "webhook": {
                    "summary": "Of runs that fail",
                    "value": {
                      "id": "7c1d",
                      "url": "https://example.com/hooks/orchestrator",
                      "events": [
                        "workflow.faulted"
                      ],
                      "workflowIds": [],
                      "enabled": true,
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "createdBy": "user:development/guest"
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
            "$ref": "#/components/responses/WebhookNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "patch": {
        "operationId": "updateWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Change a webhook",
        "description": "What is left out stays. With `rotateSecret` the answer holds a new secret, with `secret` the one that is given; the one that it\nreplaces signs along for a day. One that is switched on again gets what was still to be sent when it was switched off, and\nevents from now on.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/UpdateWebhookRequest"
              },
              "examples": {
                "off": {
                  "summary": "Switch it off",
                  "value": {
                    "enabled": false
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The webhook as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CreatedWebhook"
                },
                "examples": {
                  "webhook": {
                    "summary": "As it is now",
                    "value": {
                      "id": "7c1d",
                      "url": "https://example.com/hooks/orchestrator",
                      "events": [
                        "workflow.faulted"
                      ],
                      "workflowIds": [],
                      "enabled": true,
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "createdBy": "user:development/guest"
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
            "$ref": "#/components/responses/WebhookNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/InputInvalid"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "deleteWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Delete a webhook",
        "description": "Nothing more is sent, also not what was to be tried again.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone."
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
            "$ref": "#/components/responses/WebhookNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/webhooks/{webhookId}/test": {
      "post": {
        "operationId": "testWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Send a test event",
        "description": "Sends an event of the type `webhook.test` now, once, and tells how it went; also to a webhook that is switched off.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          }
        ],
        "responses": {
          "200": {
            "description": "How it went.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delivery"
                },
                "examples": {
                  "delivery": {
                    "summary": "It arrived",
                    "value": {
                      "id": "d-1",
                      "webhookId": "7c1d",
                      "eventId": "019a1f0e-5d1c-7b1e-8f0a-1c2d3e4f5a6b",
                      "eventType": "webhook.test",
                      "status": "delivered",
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "attempts": [
                        {
                          "at": "2026-11-22T03:00:00.100Z",
                          "status": 204,
                          "durationMs": 31
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
            "$ref": "#/components/responses/WebhookNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/webhooks/{webhookId}/deliveries": {
      "get": {
        "operationId": "listDeliveries",
        "tags": [
          "Webhooks"
        ],
        "summary": "List what was sent",
        "description": "Latest first, each with every attempt. Deliveries are kept for a week unless it is configured otherwise.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          },
          {
            "name": "status",
            "in": "query",
            "allowReserved": true,
            "description": "Only those with this status.",
            "schema": {
              "$ref": "#/components/schemas/DeliveryStatus"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of deliveries.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DeliveryPage"
                },
                "examples": {
                  "page": {
                    "summary": "One",
                    "value": {
                      "items": [
                        {
                          "id": "d-1",
                          "webhookId": "7c1d",
                          "eventId": "k7.9.workflow.faulted",
                          "eventType": "workflow.faulted",
                          "status": "delivered",
                          "createdAt": "2026-11-22T03:00:00.000Z",
                          "attempts": [
                            {
                              "at": "2026-11-22T03:00:00.100Z",
                              "status": 204,
                              "durationMs": 31
                            }
                          ]
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
            "$ref": "#/components/responses/WebhookNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
      "post": {
        "operationId": "redeliver",
        "tags": [
          "Webhooks"
        ],
        "summary": "Send something again",
        "description": "With the same `webhook-id`, so that a receiver knows it as the same, whatever became of it before.\n\nPermission: `orchestrator.workflow.manage`.\n",
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookId"
          },
          {
            "name": "deliveryId",
            "in": "path",
            "required": true,
            "description": "The delivery's id.",
            "schema": {
              "type": "string",
              "minLength": 1
            }
          }
        ],
        "responses": {
          "202": {
            "description": "It will be sent soon.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delivery"
                },
                "examples": {
                  "delivery": {
                    "summary": "As it is now",
                    "value": {
                      "id": "d-1",
                      "webhookId": "7c1d",
                      "eventId": "k7.9.workflow.faulted",
                      "eventType": "workflow.faulted",
                      "status": "pending",
                      "createdAt": "2026-11-22T03:00:00.000Z",
                      "nextAt": "2026-11-22T09:30:00.000Z",
                      "attempts": [
                        {
                          "at": "2026-11-22T03:00:00.100Z",
                          "status": 503,
                          "durationMs": 31,
                          "answer": "out of order"
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
            "$ref": "#/components/responses/DeliveryNotFound"
          },
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "409": {
            "$ref": "#/components/responses/StateConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/info": {
      "get": {
        "operationId": "getServerInfo",
        "tags": [
          "Server"
        ],
        "summary": "See what this server is and can",
        "description": "Its version, what it runs instances with, which versions of the language it reads, and what is configured.\n\nPermission: none; the caller must be signed in.\n",
        "responses": {
          "200": {
            "description": "About the server.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ServerInfo"
                },
                "examples": {
                  "info": {
                    "summary": "A server",
                    "value": {
                      "name": "orchestrator",
                      "version": "0.1.0",
                      "api": {
                        "version": "2.0.0"
                      },
                      "runtime": {
                        "name": "embedded",
                        "behaviourVersion": 1,
                        "database": "sqlite"
                      },
                      "languages": [
                        {
                          "name": "serverless-workflow",
                          "versions": [
                            "1.0.0",
                            "1.0.1",
                            "1.0.2",
                            "1.0.3"
                          ]
                        }
                      ],
                      "capabilities": [
                        "call:http",
                        "run:shell",
                        "auth-tokens"
                      ],
                      "limits": {
                        "maxBodyBytes": 1048576,
                        "inlineBytes": 4096
                      }
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "503": {
            "$ref": "#/components/responses/StoreUnavailable"
          }
        }
      }
    },
    "/v2/health": {
      "get": {
        "operationId": "getHealth",
        "tags": [
          "Server"
        ],
        "summary": "See whether the orchestrator works",
        "description": "Whether the database answers and instances are being run, and how much there is to do.\n\nPermission: none; the caller must be signed in.\n",
        "responses": {
          "200": {
            "description": "It works, or works in part.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                },
                "examples": {
                  "ok": {
                    "summary": "All is well",
                    "value": {
                      "status": "ok",
                      "running": 12,
                      "due": 0,
                      "store": {
                        "status": "ok",
                        "latencyMs": 1
                      },
                      "worker": {
                        "status": "ok"
                      }
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
          "406": {
            "$ref": "#/components/responses/NotAcceptable"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
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
      },
      "Version": {
        "name": "version",
        "in": "query",
        "allowReserved": true,
        "description": "A version that the workflow has had, as the definition has it, or the hash of a text. Default: the present one.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "Names this request. Within 24 hours the same key by the same caller answers what the first request was answered;\nwith another request it is refused (409).\n",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 255
        }
      },
      "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "The `ETag` of the definition that the caller has seen. If it is another by now, nothing is done (412).",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "allowReserved": true,
        "description": "How many items at most.",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 200,
          "default": 50
        }
      },
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "allowReserved": true,
        "description": "Where to go on, as `next` of the page before says. Belongs to the same filters and order.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000
        }
      },
      "TaskRef": {
        "name": "taskRef",
        "in": "path",
        "required": true,
        "description": "The task's JSON pointer, e.g. `/do/0/greet`, or the key of one of its runs, percent-encoded.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "NodeId": {
        "name": "nodeId",
        "in": "path",
        "required": true,
        "description": "The task's JSON pointer, percent-encoded.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "ApprovalId": {
        "name": "approvalId",
        "in": "path",
        "required": true,
        "description": "The approval's id.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "JobId": {
        "name": "jobId",
        "in": "path",
        "required": true,
        "description": "The job's id.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "TriggerId": {
        "name": "triggerId",
        "in": "path",
        "required": true,
        "description": "The trigger's id.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "WebhookId": {
        "name": "webhookId",
        "in": "path",
        "required": true,
        "description": "The webhook's id.",
        "schema": {
          "type": "string",
          "minLength": 1
        }
      },
      "After": {
        "name": "after",
        "in": "query",
        "allowReserved": true,
        "description": "Id of an event. The page begins with the one that follows it in the order asked for. An id of another epoch than\nthe log's is as none.\n",
        "schema": {
          "$ref": "#/components/schemas/EventId"
        }
      },
      "EventLimit": {
        "name": "limit",
        "in": "query",
        "allowReserved": true,
        "description": "How many events at most.",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 100
        }
      },
      "EventOrder": {
        "name": "order",
        "in": "query",
        "allowReserved": true,
        "description": "Oldest first, or newest first.",
        "schema": {
          "$ref": "#/components/schemas/HistoryOrder"
        }
      },
      "Wait": {
        "name": "wait",
        "in": "query",
        "allowReserved": true,
        "description": "Seconds to wait when there is nothing yet; the answer comes as soon as there is.",
        "schema": {
          "type": "number",
          "minimum": 0,
          "maximum": 25,
          "default": 0
        }
      },
      "StreamProfile": {
        "name": "profile",
        "in": "query",
        "allowReserved": true,
        "description": "Which events are sent, and in which form.",
        "schema": {
          "type": "string",
          "enum": [
            "full",
            "status",
            "graph"
          ],
          "default": "full"
        }
      }
    },
    "headers": {
      "Location": {
        "description": "Address of what was created, relative to the server.",
        "schema": {
          "type": "string"
        }
      },
      "ETag": {
        "description": "Changes with every change of the definition; send it as `If-Match`.",
        "schema": {
          "type": "string"
        }
      },
      "PayloadETag": {
        "description": "The hash of the value, which never changes.",
        "schema": {
          "type": "string"
        }
      },
      "Retry-After": {
        "description": "Seconds after which the same request may succeed.",
        "schema": {
          "type": "integer",
          "minimum": 0
        }
      },
      "RateLimit-Limit": {
        "description": "How many requests the window allows.",
        "schema": {
          "type": "integer",
          "minimum": 0
        }
      },
      "RateLimit-Remaining": {
        "description": "How many of them are left.",
        "schema": {
          "type": "integer",
          "minimum": 0
        }
      },
      "RateLimit-Reset": {
        "description": "Seconds until the window ends.",
        "schema": {
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "requestBodies": {
      "DefinitionText": {
        "description": "The definition's text. A JSON document may come as `application/json`.",
        "required": true,
        "content": {
          "application/yaml": {
            "schema": {
              "type": "string",
              "minLength": 1
            },
            "examples": {
              "hello": {
                "summary": "A YAML definition",
                "value": "document:\n  dsl: 1.0.3\n  namespace: default\n  name: hello\n  version: 1.0.0\ndo:\n  - greet:\n      set:\n        message: Hello\n"
              }
            }
          },
          "application/json": {
            "schema": {
              "type": "object",
              "additionalProperties": true,
              "description": "The definition as JSON."
            },
            "examples": {
              "hello": {
                "summary": "A JSON definition",
                "value": {
                  "document": {
                    "dsl": "1.0.3",
                    "namespace": "default",
                    "name": "hello",
                    "version": "1.0.0"
                  },
                  "do": [
                    {
                      "greet": {
                        "set": {
                          "message": "Hello"
                        }
                      }
                    }
                  ]
                }
              }
            }
          }
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
      "EventInvalid": {
        "description": "The body is no CloudEvent. Nobody has received it.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "id": {
                "summary": "An attribute with a character that none may have",
                "value": {
                  "error": {
                    "name": "InputInvalidError",
                    "code": "INPUT_INVALID",
                    "message": "This is no CloudEvent: /id must not hold the character U+0000",
                    "details": [
                      {
                        "pointer": "/id",
                        "message": "must not hold the character U+0000"
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/events"
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
      },
      "WorkflowExists": {
        "description": "There is a workflow with this id already; or the idempotency key was used for another request.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "exists": {
                "summary": "The id is taken",
                "value": {
                  "error": {
                    "name": "ConflictError",
                    "code": "WORKFLOW_EXISTS",
                    "message": "There is a workflow \"hello\" already; change it with PUT /v2/workflows/hello"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows"
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
      "WorkflowReadOnly": {
        "description": "The workflow comes from elsewhere and is changed there.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "folder": {
                "summary": "It comes from a folder",
                "value": {
                  "error": {
                    "name": "ConflictError",
                    "code": "WORKFLOW_READ_ONLY",
                    "message": "The workflow \"hello\" comes from the folder workflows; change it there"
                  },
                  "request": {
                    "method": "PUT",
                    "url": "/v2/workflows/hello"
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
      "VersionConflict": {
        "description": "The definition is another than the one named by `If-Match`.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "changed": {
                "summary": "Somebody else was faster",
                "value": {
                  "error": {
                    "name": "PreconditionFailedError",
                    "code": "VERSION_CONFLICT",
                    "message": "The workflow \"hello\" has changed since you have read it; read it again"
                  },
                  "request": {
                    "method": "PUT",
                    "url": "/v2/workflows/hello"
                  },
                  "response": {
                    "statusCode": 412
                  }
                }
              }
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "description": "The body has a media type that this operation does not take.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "xml": {
                "summary": "XML",
                "value": {
                  "error": {
                    "name": "UnsupportedMediaTypeError",
                    "code": "UNSUPPORTED_MEDIA_TYPE",
                    "message": "The body is application/xml, but must be application/json"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 415
                  }
                }
              }
            }
          }
        }
      },
      "NotAcceptable": {
        "description": "The request accepts only what the server does not have, e.g. another version of the API.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "version": {
                "summary": "Another version",
                "value": {
                  "error": {
                    "name": "NotAcceptableError",
                    "code": "NOT_ACCEPTABLE",
                    "message": "This is version 2 of the API; ask for application/json or application/vnd.orchestrator.v2+json"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/workflows/hello"
                  },
                  "response": {
                    "statusCode": 406
                  }
                }
              }
            }
          }
        }
      },
      "RateLimited": {
        "description": "Too many requests (`RATE_LIMITED`), too many live streams that are open (`TOO_MANY_STREAMS`), or too many instances that wait to be run (`OVERLOADED`); try again after `Retry-After` seconds.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "RateLimit-Limit": {
            "$ref": "#/components/headers/RateLimit-Limit"
          },
          "RateLimit-Remaining": {
            "$ref": "#/components/headers/RateLimit-Remaining"
          },
          "RateLimit-Reset": {
            "$ref": "#/components/headers/RateLimit-Reset"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "limited": {
                "summary": "Too many",
                "value": {
                  "error": {
                    "name": "TooManyRequestsError",
                    "code": "RATE_LIMITED",
                    "message": "More than 600 requests within 60 seconds; try again in 12 seconds"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/workflows/hello"
                  },
                  "response": {
                    "statusCode": 429
                  }
                }
              },
              "overloaded": {
                "summary": "Too many wait",
                "value": {
                  "error": {
                    "name": "TooManyRequestsError",
                    "code": "OVERLOADED",
                    "message": "Too many instances wait to be run; try again later"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/execute"
                  },
                  "response": {
                    "statusCode": 429
                  }
                }
              }
            }
          }
        }
      },
      "DefinitionInvalid": {
        "description": "The definition has problems; `details` has each with its line and column. Nothing was changed.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "problem": {
                "summary": "A word that the language does not have",
                "value": {
                  "error": {
                    "name": "DefinitionInvalidError",
                    "code": "DEFINITION_INVALID",
                    "message": "The definition cannot be published: line 12, column 11: a call has no property \"methd\"",
                    "details": [
                      {
                        "pointer": "/do/0/fetch/with/methd",
                        "message": "line 12, column 11: a call has no property \"methd\""
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows"
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
      "InputInvalid": {
        "description": "The body is well-formed, but what it says cannot be.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "field": {
                "summary": "A value that does not fit",
                "value": {
                  "error": {
                    "name": "InputInvalidError",
                    "code": "INPUT_INVALID",
                    "message": "The form does not fit: /data/reason is required",
                    "details": [
                      {
                        "pointer": "/data/reason",
                        "message": "is required"
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/approvals/0f3b/decision"
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
      "TooMany": {
        "description": "The query finds more instances than one job takes.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "tooMany": {
                "summary": "Too many",
                "value": {
                  "error": {
                    "name": "InputInvalidError",
                    "code": "INPUT_INVALID",
                    "message": "The query finds 120000 instances, but a job takes at most 10000; narrow it"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/instances/bulk"
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
      "TaskNotFound": {
        "description": "There is no instance with this id that the caller may see, or it has no such task.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "task": {
                "summary": "No such task",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "TASK_NOT_FOUND",
                    "message": "The instance \"01K9ZD6Q5V3T8W1B4N7R2X0C5M\" has no task \"/do/7/none\""
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/instances/01K9ZD6Q5V3T8W1B4N7R2X0C5M/tasks/%2Fdo%2F7%2Fnone"
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
      "WorkflowOrTaskNotFound": {
        "description": "There is no such workflow, task, instance or session that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "task": {
                "summary": "No such task",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "TASK_NOT_FOUND",
                    "message": "The workflow \"hello\" has no task \"/do/7/none\""
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/workflows/hello/tasks/execute"
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
      "JobNotFound": {
        "description": "There is no job with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "job": {
                "summary": "No such job",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "JOB_NOT_FOUND",
                    "message": "There is no job \"x\" that you may see"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/jobs/j-1"
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
      "ApprovalClosed": {
        "description": "It is decided already, or withdrawn, or the caller has decided; or the key was used for another request.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "decided": {
                "summary": "Somebody was faster",
                "value": {
                  "error": {
                    "name": "ConflictError",
                    "code": "STATE_CONFLICT",
                    "message": "Approval 5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f: already decided by user:default/grace: approve"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/approvals/5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f/decision"
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
      "DecisionInvalid": {
        "description": "The decision is none of the approval's, or what was filled in does not fit the form.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "form": {
                "summary": "A field is missing",
                "value": {
                  "error": {
                    "name": "InputInvalidError",
                    "code": "INPUT_INVALID",
                    "message": "The decision does not fit what is asked",
                    "details": [
                      {
                        "pointer": "/data/ticket",
                        "message": "is required"
                      }
                    ]
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/approvals/5f0c1d9e-3b7a-8c21-8d4e-0a6b7c8d9e0f/decision"
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
      "ApprovalNotFound": {
        "description": "There is no approval with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "approval": {
                "summary": "No such approval",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "APPROVAL_NOT_FOUND",
                    "message": "There is no approval \"x\" that you may see"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/approvals/0f3b"
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
      "JobEnded": {
        "description": "The job has ended; there is nothing left to do about it.",
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
                    "message": "The job \"0b6f2c5e-7a41-4e0a-9f57-2f8f6f0f9b11\" has ended: it is completed"
                  },
                  "request": {
                    "method": "POST",
                    "url": "/v2/jobs/0b6f2c5e-7a41-4e0a-9f57-2f8f6f0f9b11/pause"
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
      "TriggerNotFound": {
        "description": "There is no trigger with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "trigger": {
                "summary": "No such trigger",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "TRIGGER_NOT_FOUND",
                    "message": "There is no trigger \"x\" that you may see"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/triggers/nightly"
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
      "WebhookNotFound": {
        "description": "There is no webhook with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "webhook": {
                "summary": "No such webhook",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "WEBHOOK_NOT_FOUND",
                    "message": "There is no webhook \"x\" that you may see"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/webhooks/7c1d"
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
      "DeliveryNotFound": {
        "description": "There is no delivery with this id that the caller may see.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorResponse"
            },
            "examples": {
              "delivery": {
                "summary": "No such delivery",
                "value": {
                  "error": {
                    "name": "NotFoundError",
                    "code": "DELIVERY_NOT_FOUND",
                    "message": "There is no delivery \"x\" that you may see"
                  },
                  "request": {
                    "method": "GET",
                    "url": "/v2/webhooks/7c1d/deliveries/d-1/redeliver"
                  },
                  "response": {
                    "statusCode": 404
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
      },
      "WorkflowPage": {
        "summary": "A page of one",
        "value": {
          "next": "eyJhIjoiaGVsbG8ifQ",
          "items": [
            {
              "workflowId": "hello",
              "title": "Say hello",
              "version": "1.0.0",
              "format": "yaml",
              "source": "workflows",
              "valid": true,
              "enabled": true,
              "health": "healthy",
              "tags": [
                "example"
              ],
              "updatedAt": "2026-11-22T02:00:00.000Z",
              "lastRun": {
                "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
                "status": "completed",
                "createdAt": "2026-11-22T03:00:00.000Z"
              }
            }
          ]
        }
      },
      "WorkflowDetails": {
        "summary": "A definition",
        "value": {
          "workflowId": "hello",
          "namespace": "default",
          "name": "hello",
          "version": "1.0.0",
          "format": "yaml",
          "valid": true,
          "problems": [],
          "tags": [],
          "hash": "9f8a2c",
          "source": "api",
          "enabled": true,
          "definition": {
            "document": {
              "dsl": "1.0.3",
              "namespace": "default",
              "name": "hello",
              "version": "1.0.0"
            },
            "do": [
              {
                "greet": {
                  "set": {
                    "message": "Hello"
                  }
                }
              }
            ]
          }
        }
      },
      "InstancePage": {
        "summary": "A page of one",
        "value": {
          "items": [
            {
              "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
              "workflow": {
                "id": "hello",
                "version": "1.0.0"
              },
              "status": "completed",
              "createdAt": "2026-11-22T03:00:00.000Z",
              "startedAt": "2026-11-22T03:00:00.050Z",
              "endedAt": "2026-11-22T03:00:01.250Z",
              "initiator": "user:development/guest",
              "businessKey": "order-42",
              "labels": {
                "team": "platform"
              }
            }
          ]
        }
      },
      "InstanceSummary": {
        "summary": "An instance",
        "value": {
          "id": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
          "workflow": {
            "id": "hello",
            "version": "1.0.0"
          },
          "status": "running",
          "createdAt": "2026-11-22T03:00:00.000Z",
          "initiator": "user:development/guest",
          "labels": {}
        }
      },
      "EventPage": {
        "summary": "One event",
        "value": {
          "epoch": "k7",
          "first": 1,
          "head": 9,
          "total": 1,
          "items": [
            {
              "v": 1,
              "id": "k7.4",
              "seq": 4,
              "type": "task.started",
              "time": "2026-11-22T03:00:00.060Z",
              "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
              "workflow": {
                "id": "hello",
                "version": "1.0.0"
              },
              "task": {
                "ref": "/do/0/greet",
                "name": "greet",
                "runId": "/do/0/greet"
              },
              "data": {
                "kind": "set",
                "input": {
                  "value": {
                    "name": "Ada"
                  }
                }
              }
            }
          ]
        }
      },
      "EventReceipt": {
        "summary": "A new event",
        "value": {
          "id": "e-17",
          "source": "https://example.com/shop",
          "outcome": "accepted"
        }
      },
      "Job": {
        "summary": "A job under way",
        "value": {
          "id": "0b6f2c5e-7a41-4e0a-9f57-2f8f6f0f9b11",
          "action": "cancel",
          "reason": "superseded",
          "status": "running",
          "total": 3,
          "pending": 1,
          "succeeded": 1,
          "skipped": 1,
          "failed": 0,
          "createdAt": "2026-11-22T03:00:00.000Z",
          "createdBy": "user:development/guest"
        }
      },
      "JobPage": {
        "summary": "One job",
        "value": {
          "items": [
            {
              "id": "0b6f2c5e-7a41-4e0a-9f57-2f8f6f0f9b11",
              "action": "cancel",
              "reason": "superseded",
              "status": "running",
              "total": 3,
              "pending": 1,
              "succeeded": 1,
              "skipped": 1,
              "failed": 0,
              "createdAt": "2026-11-22T03:00:00.000Z",
              "createdBy": "user:development/guest"
            }
          ]
        }
      },
      "JobWithItems": {
        "summary": "A job under way",
        "value": {
          "id": "0b6f2c5e-7a41-4e0a-9f57-2f8f6f0f9b11",
          "action": "cancel",
          "reason": "superseded",
          "status": "running",
          "total": 3,
          "pending": 1,
          "succeeded": 1,
          "skipped": 1,
          "failed": 0,
          "createdAt": "2026-11-22T03:00:00.000Z",
          "createdBy": "user:development/guest",
          "items": [
            {
              "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5M",
              "outcome": "succeeded"
            },
            {
              "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5N",
              "outcome": "skipped",
              "code": "STATE_CONFLICT",
              "message": "Instance 01K9ZD6Q5V3T8W1B4N7R2X0C5N: it has already completed"
            },
            {
              "instanceId": "01K9ZD6Q5V3T8W1B4N7R2X0C5P",
              "outcome": "pending"
            }
          ]
        }
      },
      "BulkPreview": {
        "summary": "Three of 41 have not failed",
        "value": {
          "total": 41,
          "unsuited": 3,
          "forbidden": 0,
          "sample": []
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
          "WORKFLOW_EXISTS",
          "WORKFLOW_READ_ONLY",
          "WORKFLOW_DISABLED",
          "VERSION_CONFLICT",
          "INSTANCE_NOT_FOUND",
          "TASK_NOT_FOUND",
          "TRIGGER_NOT_FOUND",
          "APPROVAL_NOT_FOUND",
          "JOB_NOT_FOUND",
          "PAYLOAD_NOT_FOUND",
          "WEBHOOK_NOT_FOUND",
          "DELIVERY_NOT_FOUND",
          "INPUT_INVALID",
          "DEFINITION_INVALID",
          "STATE_CONFLICT",
          "REQUEST_INVALID",
          "NOT_IMPLEMENTED",
          "UNAUTHENTICATED",
          "FORBIDDEN",
          "NOT_ACCEPTABLE",
          "UNSUPPORTED_MEDIA_TYPE",
          "RATE_LIMITED",
          "TOO_MANY_STREAMS",
          "OVERLOADED",
          "AUTH_TOKENS_REQUIRED",
          "ENCRYPTION_KEY_MISSING",
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
        "additionalProperties": false,
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
        "additionalProperties": false,
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
        "additionalProperties": false,
        "properties": {
          "inputData": {
            "type": "object",
            "additionalProperties": true,
            "description": "The workflow's input."
          },
          "authTokens": {
            "$ref": "#/components/schemas/AuthTokens"
          },
          "targetEntity": {
            "type": "string",
            "description": "The catalog entity that the run is for, e.g. `component:default/payments`."
          },
          "businessKey": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "description": "What the run is about in the world outside; for finding it again."
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "priority": {
            "type": "integer",
            "minimum": -100,
            "maximum": 100,
            "default": 0,
            "description": "When instances wait for a worker, those with a higher one are taken up first."
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
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "output": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          }
        }
      },
      "RetriggerInstanceRequestDTO": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "authTokens": {
            "$ref": "#/components/schemas/AuthTokens"
          }
        }
      },
      "AuthTokens": {
        "type": "array",
        "maxItems": 20,
        "description": "Tokens for the services that the workflow calls, one for each provider. A workflow that names `authTokens` in\n`use.secrets` has them as `$secrets.authTokens.<provider>`. They are kept encrypted until the instance ends, and not\nat all by a workflow that does not name them. Answers 501 (`ENCRYPTION_KEY_MISSING`) where the portal has no key.\n",
        "items": {
          "$ref": "#/components/schemas/AuthToken"
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
            "minLength": 1,
            "maxLength": 100,
            "description": "Who issued it, e.g. `github`."
          },
          "token": {
            "type": "string",
            "minLength": 1,
            "maxLength": 16384
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
          },
          "nodesLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many that have ended are not among the nodes, for there are many: `listTaskRuns` has all. Default: none."
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
          },
          "owner": {
            "type": "string",
            "description": "Its owner, as `metadata.owner` of the document says."
          },
          "hash": {
            "type": "string",
            "description": "SHA-256 of the text."
          },
          "source": {
            "type": "string",
            "description": "Where the text comes from; `api` when it was created here."
          },
          "enabled": {
            "type": "boolean",
            "description": "Whether it may be run."
          },
          "loadedAt": {
            "type": "string",
            "description": "When this text was first published, ISO 8601 in UTC."
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
          "businessKey": {
            "type": "string"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "parent": {
            "$ref": "#/components/schemas/ParentLink"
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
            "description": "One for each execution of a task, in the order in which they first appear; see `tasksLeftOut`.",
            "items": {
              "$ref": "#/components/schemas/TaskState"
            }
          },
          "tasksLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many executions are not in `tasks`: when there are more than 500, the earlier ones of those that have ended and were\nfollowed by another of the same task. `listTaskRuns` has all.\n"
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
            "description": "The latest 50, in order.",
            "items": {
              "$ref": "#/components/schemas/TaskRetry"
            }
          },
          "retriesLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many earlier ones are not in `retries`; the log has all."
          },
          "approval": {
            "$ref": "#/components/schemas/TaskApproval"
          },
          "call": {
            "$ref": "#/components/schemas/TaskCall"
          }
        }
      },
      "TaskApproval": {
        "type": "object",
        "description": "What the task asks people, or has asked them.",
        "required": [
          "id",
          "title",
          "approvers"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Of the approval."
          },
          "title": {
            "type": "string"
          },
          "approvers": {
            "type": "array",
            "description": "Entity refs of users and groups.",
            "items": {
              "type": "string"
            }
          },
          "dueAt": {
            "type": "string",
            "description": "When it is late, ISO 8601 in UTC."
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
          },
          {
            "$ref": "#/components/schemas/RedactedPayload"
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
      "RedactedPayload": {
        "type": "object",
        "description": "A value that the caller may not see.",
        "required": [
          "redacted",
          "permission"
        ],
        "properties": {
          "redacted": {
            "type": "boolean",
            "enum": [
              true
            ]
          },
          "permission": {
            "type": "string",
            "description": "What it takes to see it."
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
          },
          "next": {
            "$ref": "#/components/schemas/EventId"
          },
          "prev": {
            "$ref": "#/components/schemas/EventId"
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
        "description": "Why the cursor could not be served: the log was made anew (`epoch`), something after it was deleted (`expired`), it is ahead of\nthe log (`ahead`), or it is too far behind (`lagging`). Absent when there was none.\n",
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
      },
      "WorkflowHealth": {
        "type": "string",
        "description": "`invalid`: the definition has errors. `disabled`: it may not be run. `failing`: the last run that ended has failed.\n`healthy`: it has not. `idle`: none has ended yet.\n",
        "enum": [
          "healthy",
          "failing",
          "idle",
          "disabled",
          "invalid"
        ]
      },
      "WorkflowPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkflowSummary"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "WorkflowSummary": {
        "type": "object",
        "description": "A workflow in a list.",
        "required": [
          "workflowId",
          "title",
          "version",
          "format",
          "source",
          "valid",
          "enabled",
          "health",
          "tags",
          "updatedAt"
        ],
        "properties": {
          "workflowId": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "The title, or the name when there is none."
          },
          "description": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "description": "Empty when it cannot be read."
          },
          "format": {
            "$ref": "#/components/schemas/WorkflowFormatDTO"
          },
          "source": {
            "type": "string",
            "description": "Where the definition comes from; `api` when it was created here."
          },
          "valid": {
            "type": "boolean",
            "description": "Whether no problem of its definition is an error."
          },
          "enabled": {
            "type": "boolean",
            "description": "Whether it may be run."
          },
          "health": {
            "$ref": "#/components/schemas/WorkflowHealth"
          },
          "owner": {
            "type": "string",
            "description": "Its owner, as `metadata.owner` of the document says."
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "updatedAt": {
            "type": "string",
            "description": "When it was last published, ISO 8601 in UTC."
          },
          "firstProblem": {
            "$ref": "#/components/schemas/DefinitionProblem"
          },
          "lastRun": {
            "$ref": "#/components/schemas/LastRun"
          },
          "stats": {
            "$ref": "#/components/schemas/WorkflowRunStatsDTO"
          }
        }
      },
      "LastRun": {
        "type": "object",
        "required": [
          "instanceId",
          "status",
          "createdAt"
        ],
        "properties": {
          "instanceId": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          }
        }
      },
      "WorkflowPatch": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "title": {
            "type": [
              "string",
              "null"
            ],
            "minLength": 1,
            "maxLength": 200
          },
          "tags": {
            "type": [
              "array",
              "null"
            ],
            "maxItems": 50,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          "enabled": {
            "type": "boolean",
            "description": "Whether it may be run."
          }
        }
      },
      "DefinitionVersionPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionVersion"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "DefinitionVersion": {
        "type": "object",
        "description": "One text that a workflow has had.",
        "required": [
          "version",
          "hash",
          "current",
          "valid",
          "loadedAt"
        ],
        "properties": {
          "version": {
            "type": "string",
            "description": "As the definition has it."
          },
          "hash": {
            "type": "string",
            "description": "SHA-256 of the text."
          },
          "current": {
            "type": "boolean",
            "description": "Whether it is what runs now."
          },
          "valid": {
            "type": "boolean",
            "description": "Whether no problem is an error."
          },
          "loadedAt": {
            "type": "string",
            "description": "When it was first published, ISO 8601 in UTC."
          }
        }
      },
      "ValidationResult": {
        "type": "object",
        "required": [
          "valid",
          "problems"
        ],
        "properties": {
          "valid": {
            "type": "boolean",
            "description": "Whether no problem is an error."
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefinitionProblem"
            }
          }
        }
      },
      "WorkflowGraph": {
        "type": "object",
        "required": [
          "nodes",
          "containers",
          "edges"
        ],
        "properties": {
          "nodes": {
            "type": "array",
            "description": "In the order of the definition, a task before what it holds.",
            "items": {
              "$ref": "#/components/schemas/GraphNode"
            }
          },
          "containers": {
            "type": "array",
            "description": "The first is the workflow's own.",
            "items": {
              "$ref": "#/components/schemas/GraphContainer"
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphEdge"
            }
          }
        }
      },
      "GraphNode": {
        "type": "object",
        "description": "A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends.",
        "required": [
          "id",
          "kind",
          "container",
          "title",
          "extensions"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "JSON pointer of the task; of a point that of its container and its kind."
          },
          "kind": {
            "type": "string",
            "description": "Kind of the task, e.g. `set`; or `start`, `end`, `stop`."
          },
          "container": {
            "type": "string",
            "description": "Id of the container it stands in."
          },
          "title": {
            "type": "string",
            "description": "Empty for a point."
          },
          "summary": {
            "type": "string",
            "description": "What it does, in one line."
          },
          "condition": {
            "type": "string",
            "description": "jq: when this does not hold, the task is skipped."
          },
          "retry": {
            "type": "string",
            "description": "How what fails in it is tried again, in words."
          },
          "timeout": {
            "type": "string",
            "description": "How long it may take, in words."
          },
          "extensions": {
            "type": "array",
            "description": "Names of the extensions that run around it.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "GraphContainer": {
        "type": "object",
        "description": "A list of tasks.",
        "required": [
          "id",
          "role",
          "nodes"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "JSON pointer of the list."
          },
          "role": {
            "type": "string",
            "description": "What its tasks are to the task that holds them, e.g. `try`."
          },
          "owner": {
            "type": "string",
            "description": "Id of the task that holds it; the workflow's own has none."
          },
          "label": {
            "type": "string",
            "description": "How often or when its tasks run."
          },
          "nodes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "GraphEdge": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "from",
          "to"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "description": "Why the flow goes this way, e.g. `next`, `case`, `loop`."
          },
          "from": {
            "type": "string"
          },
          "to": {
            "type": "string"
          },
          "label": {
            "type": "string",
            "description": "When it is taken, where that is not always."
          }
        }
      },
      "Mock": {
        "type": "object",
        "description": "What a task's calls answer instead of being made; one of `output`, `outputs` and `error`, or `events`.",
        "additionalProperties": false,
        "properties": {
          "output": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "outputs": {
            "type": "array",
            "minItems": 1,
            "description": "One for each call, in order; the last one for all that follow.",
            "items": {
              "$ref": "#/components/schemas/JsonValue"
            }
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "events": {
            "type": "array",
            "description": "What a listening task receives, in order.",
            "items": {
              "$ref": "#/components/schemas/CloudEvent"
            }
          }
        }
      },
      "Mocks": {
        "type": "object",
        "description": "By JSON pointer of the task.",
        "additionalProperties": {
          "$ref": "#/components/schemas/Mock"
        }
      },
      "DryRunRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "inputData": {
            "type": "object",
            "additionalProperties": true,
            "description": "The workflow's input."
          },
          "mocks": {
            "$ref": "#/components/schemas/Mocks"
          }
        }
      },
      "MadeCall": {
        "type": "object",
        "description": "A call that the run would make, or has made.",
        "required": [
          "task",
          "kind",
          "target",
          "mocked"
        ],
        "properties": {
          "task": {
            "type": "string",
            "description": "Key of the task's execution."
          },
          "kind": {
            "type": "string",
            "description": "E.g. `http`."
          },
          "target": {
            "type": "string",
            "description": "What is called, for people."
          },
          "mocked": {
            "type": "boolean",
            "description": "Whether a mock has answered it."
          },
          "input": {
            "$ref": "#/components/schemas/JsonValue"
          }
        }
      },
      "DryRunResult": {
        "type": "object",
        "required": [
          "status",
          "tasks",
          "calls",
          "virtualMs"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "because": {
            "type": "string",
            "description": "When it goes no further: what it waits for."
          },
          "output": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "virtualMs": {
            "type": "integer",
            "minimum": 0,
            "description": "How long the run would have waited for timers."
          },
          "tasks": {
            "type": "array",
            "description": "Of more than 500 executions those that have not ended, the latest of each task, and the last others.",
            "items": {
              "$ref": "#/components/schemas/TaskState"
            }
          },
          "tasksLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many executions are not among the tasks. Default: none."
          },
          "calls": {
            "type": "array",
            "description": "The first 1000.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/MadeCall"
            }
          },
          "callsLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many came after them, when there were more. Default: none."
          }
        }
      },
      "ExecuteTaskRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "taskRef"
        ],
        "properties": {
          "taskRef": {
            "type": "string",
            "minLength": 1,
            "description": "JSON pointer of the task in the definition."
          },
          "input": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "mocks": {
            "$ref": "#/components/schemas/Mocks"
          },
          "sessionId": {
            "type": "string",
            "format": "uuid",
            "description": "Names the trials that belong together, in the audit; a new one when left out."
          }
        }
      },
      "TaskTestResult": {
        "type": "object",
        "required": [
          "sessionId",
          "taskRef",
          "status",
          "input",
          "durationMs",
          "calls"
        ],
        "properties": {
          "sessionId": {
            "type": "string"
          },
          "taskRef": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "input": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "output": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "durationMs": {
            "type": "integer",
            "minimum": 0
          },
          "calls": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MadeCall"
            }
          }
        }
      },
      "Labels": {
        "type": "object",
        "description": "For finding it again. Names have letters, digits and `. _ / -`, at most 63 of them.",
        "maxProperties": 32,
        "additionalProperties": {
          "type": "string",
          "maxLength": 200
        }
      },
      "ParentLink": {
        "type": "object",
        "description": "The instance that has started this one.",
        "required": [
          "instanceId"
        ],
        "properties": {
          "instanceId": {
            "type": "string"
          }
        }
      },
      "InstancePage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InstanceSummary"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          },
          "total": {
            "type": "integer",
            "minimum": 0,
            "description": "How many match in all, when asked for."
          }
        }
      },
      "InstanceSummary": {
        "type": "object",
        "description": "An instance in a list.",
        "required": [
          "id",
          "workflow",
          "status",
          "createdAt",
          "labels"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowVersion"
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
            "description": "Who started it."
          },
          "targetEntity": {
            "type": "string"
          },
          "businessKey": {
            "type": "string"
          },
          "labels": {
            "$ref": "#/components/schemas/Labels"
          },
          "parent": {
            "$ref": "#/components/schemas/ParentLink"
          },
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          }
        }
      },
      "LogLevel": {
        "type": "string",
        "enum": [
          "info",
          "warn",
          "error"
        ]
      },
      "LogPage": {
        "type": "object",
        "required": [
          "items",
          "next"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LogLine"
            }
          },
          "next": {
            "type": "integer",
            "minimum": 0,
            "description": "Offset to go on after."
          }
        }
      },
      "LogLine": {
        "type": "object",
        "required": [
          "offset",
          "time",
          "level",
          "message"
        ],
        "properties": {
          "offset": {
            "type": "integer",
            "minimum": 1
          },
          "time": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "level": {
            "$ref": "#/components/schemas/LogLevel"
          },
          "task": {
            "type": "string",
            "description": "Key of the task's execution."
          },
          "attempt": {
            "type": "integer",
            "minimum": 1,
            "description": "Which attempt of the innermost `try` around the task it is of; absent for the first, and outside of any."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "InstanceProgress": {
        "type": "object",
        "required": [
          "instanceId",
          "status",
          "completed",
          "total",
          "milestones",
          "blockers"
        ],
        "properties": {
          "instanceId": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "completed": {
            "type": "integer",
            "minimum": 0,
            "description": "Tasks of the top level that are done or left out."
          },
          "total": {
            "type": "integer",
            "minimum": 0,
            "description": "Tasks of the top level."
          },
          "elapsedMs": {
            "type": "integer",
            "minimum": 0,
            "description": "Since it started, or how long it took."
          },
          "estimatedCompletion": {
            "type": "string",
            "description": "ISO 8601 in UTC; absent when it has ended, or no earlier run tells."
          },
          "estimatedFrom": {
            "type": "integer",
            "minimum": 1,
            "description": "How many earlier runs the estimate rests on."
          },
          "milestones": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Milestone"
            }
          },
          "blockers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Blocker"
            }
          }
        }
      },
      "Milestone": {
        "type": "object",
        "description": "A task of the top level.",
        "required": [
          "ref",
          "name",
          "status"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "JSON pointer of the task."
          },
          "name": {
            "type": "string"
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
          "usualMs": {
            "type": "integer",
            "minimum": 0,
            "description": "How long it has usually taken."
          }
        }
      },
      "Blocker": {
        "type": "object",
        "description": "What the run waits for.",
        "required": [
          "kind",
          "because"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "description": "What has to happen: `timer`, `event`, `approval`, `child`, `call`, `retry`, `decision` on what has failed, `resume`.",
            "enum": [
              "timer",
              "event",
              "approval",
              "child",
              "call",
              "retry",
              "decision",
              "resume"
            ]
          },
          "task": {
            "type": "string",
            "description": "Key of the task's execution."
          },
          "name": {
            "type": "string",
            "description": "The task's name."
          },
          "because": {
            "type": "string",
            "description": "For people."
          },
          "until": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          }
        }
      },
      "TaskRunPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskState"
            }
          },
          "total": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "TaskRun": {
        "type": "object",
        "required": [
          "run",
          "attempts"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/TaskState"
          },
          "attempts": {
            "type": "array",
            "description": "The last 100 runs of the same task in the same iteration, in the order in which they began.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/TaskState"
            }
          },
          "attemptsLeftOut": {
            "type": "integer",
            "minimum": 1,
            "description": "How many came before them, when there were more: `listTaskRuns` has all. Default: none."
          }
        }
      },
      "InstanceComparison": {
        "type": "object",
        "required": [
          "a",
          "b",
          "sameDefinition",
          "input",
          "output",
          "tasks"
        ],
        "properties": {
          "a": {
            "$ref": "#/components/schemas/InstanceSummary"
          },
          "b": {
            "$ref": "#/components/schemas/InstanceSummary"
          },
          "sameDefinition": {
            "type": "boolean",
            "description": "Whether both have run by the same text."
          },
          "input": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ValueDifference"
            }
          },
          "output": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ValueDifference"
            }
          },
          "tasks": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/TaskComparison"
            }
          },
          "leftOut": {
            "$ref": "#/components/schemas/DifferencesLeftOut"
          }
        }
      },
      "DifferencesLeftOut": {
        "type": "object",
        "description": "How many more there are of each kind than the answer has.",
        "required": [
          "input",
          "output",
          "tasks"
        ],
        "properties": {
          "input": {
            "type": "integer",
            "minimum": 0
          },
          "output": {
            "type": "integer",
            "minimum": 0
          },
          "tasks": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "ValueDifference": {
        "type": "object",
        "description": "A place where two values differ; the side where there is nothing is left out.",
        "required": [
          "pointer"
        ],
        "properties": {
          "pointer": {
            "type": "string"
          },
          "a": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "b": {
            "$ref": "#/components/schemas/JsonValue"
          }
        }
      },
      "TaskComparison": {
        "type": "object",
        "required": [
          "key",
          "name",
          "different"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Key of the task's execution."
          },
          "name": {
            "type": "string"
          },
          "different": {
            "type": "boolean",
            "description": "Whether it ran in one only, or ended otherwise."
          },
          "a": {
            "$ref": "#/components/schemas/TaskOutcome"
          },
          "b": {
            "$ref": "#/components/schemas/TaskOutcome"
          }
        }
      },
      "TaskOutcome": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/TaskStatus"
          },
          "durationMs": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "ReasonRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event log."
          }
        }
      },
      "CancelRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event log."
          },
          "force": {
            "type": "boolean",
            "default": false,
            "description": "Whether not to wait for what runs."
          }
        }
      },
      "RetryRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event log."
          },
          "from": {
            "type": "string",
            "minLength": 1,
            "description": "JSON pointer of the task to go on from. Default: the tasks that failed."
          },
          "input": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "description": "Version or hash of the definition to go on with. Default: the one it has."
          },
          "authTokens": {
            "$ref": "#/components/schemas/AuthTokens"
          }
        }
      },
      "RerunRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "inputData": {
            "type": "object",
            "additionalProperties": true,
            "description": "In place of the input of the first run."
          },
          "authTokens": {
            "$ref": "#/components/schemas/AuthTokens"
          }
        }
      },
      "CompleteTaskRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "output"
        ],
        "properties": {
          "output": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event log."
          }
        }
      },
      "FailTaskRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "error": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event log."
          }
        }
      },
      "CloudEvent": {
        "type": "object",
        "description": "CloudEvents 1.0 in JSON. Further attributes are extensions.",
        "required": [
          "specversion",
          "id",
          "source",
          "type"
        ],
        "additionalProperties": true,
        "properties": {
          "specversion": {
            "type": "string",
            "enum": [
              "1.0"
            ]
          },
          "id": {
            "type": "string",
            "minLength": 1,
            "description": "Unique within its source."
          },
          "source": {
            "type": "string",
            "minLength": 1
          },
          "type": {
            "type": "string",
            "minLength": 1
          },
          "subject": {
            "type": "string",
            "minLength": 1
          },
          "time": {
            "type": "string",
            "format": "date-time"
          },
          "datacontenttype": {
            "type": "string",
            "minLength": 1
          },
          "dataschema": {
            "type": "string",
            "minLength": 1
          },
          "data": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "data_base64": {
            "type": "string"
          }
        }
      },
      "EventReceipt": {
        "type": "object",
        "required": [
          "id",
          "source",
          "outcome"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "description": "`duplicate`: an event with the same source and id was taken before.",
            "enum": [
              "accepted",
              "duplicate"
            ]
          }
        }
      },
      "BulkAction": {
        "type": "string",
        "enum": [
          "suspend",
          "resume",
          "cancel",
          "retry",
          "delete"
        ]
      },
      "BulkQuery": {
        "type": "object",
        "description": "As the parameters of `listInstances`; `ids` are those of instances.",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10000,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          "workflowId": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "minLength": 1
            }
          },
          "status": {
            "type": "array",
            "maxItems": 8,
            "items": {
              "$ref": "#/components/schemas/InstanceStatus"
            }
          },
          "running": {
            "type": "boolean"
          },
          "entityRef": {
            "type": "string",
            "minLength": 1
          },
          "initiator": {
            "type": "string",
            "minLength": 1
          },
          "businessKey": {
            "type": "string",
            "minLength": 1
          },
          "parentId": {
            "type": "string",
            "minLength": 1
          },
          "label": {
            "type": "array",
            "maxItems": 20,
            "items": {
              "type": "string",
              "minLength": 1
            }
          },
          "q": {
            "type": "string",
            "maxLength": 200
          },
          "startedAfter": {
            "type": "string",
            "format": "date-time"
          },
          "startedBefore": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "BulkPreview": {
        "type": "object",
        "required": [
          "total",
          "unsuited",
          "forbidden",
          "sample"
        ],
        "properties": {
          "total": {
            "type": "integer",
            "minimum": 0,
            "description": "On how many instances the job would act."
          },
          "unsuited": {
            "type": "integer",
            "minimum": 0,
            "description": "How many of these are in a state in which the action means nothing now; the job would skip them."
          },
          "forbidden": {
            "type": "integer",
            "minimum": 0,
            "description": "How many more the query finds, that the caller may see but not act on. They would not be in the job."
          },
          "sample": {
            "type": "array",
            "maxItems": 5,
            "description": "The first ones.",
            "items": {
              "$ref": "#/components/schemas/InstanceSummary"
            }
          }
        }
      },
      "BulkRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "action",
          "query"
        ],
        "properties": {
          "action": {
            "$ref": "#/components/schemas/BulkAction"
          },
          "query": {
            "$ref": "#/components/schemas/BulkQuery"
          },
          "force": {
            "type": "boolean",
            "description": "With `cancel`: does not wait for what runs."
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Why; kept in the event logs."
          },
          "paused": {
            "type": "boolean",
            "description": "Whether the job begins only when it is resumed."
          }
        }
      },
      "JobStatus": {
        "type": "string",
        "description": "`completed` when each instance has its outcome; `cancelled` when it was cancelled before.\n",
        "enum": [
          "running",
          "paused",
          "completed",
          "cancelled"
        ]
      },
      "JobOutcome": {
        "type": "string",
        "description": "`succeeded`: the instance is as was asked. `skipped`: its state did not allow it, it was gone, or the job was cancelled.\n`failed`: it could not be done, as `code` and `message` say. `pending`: none yet.\n",
        "enum": [
          "pending",
          "succeeded",
          "skipped",
          "failed"
        ]
      },
      "Job": {
        "type": "object",
        "description": "Something done with many instances.",
        "required": [
          "id",
          "action",
          "status",
          "total",
          "pending",
          "succeeded",
          "skipped",
          "failed",
          "createdAt",
          "createdBy"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "action": {
            "$ref": "#/components/schemas/BulkAction"
          },
          "reason": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/JobStatus"
          },
          "total": {
            "type": "integer",
            "minimum": 0
          },
          "pending": {
            "type": "integer",
            "minimum": 0
          },
          "succeeded": {
            "type": "integer",
            "minimum": 0
          },
          "skipped": {
            "type": "integer",
            "minimum": 0
          },
          "failed": {
            "type": "integer",
            "minimum": 0
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "createdBy": {
            "type": "string"
          },
          "endedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          }
        }
      },
      "JobPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Job"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "JobWithItems": {
        "type": "object",
        "description": "A job, and what became of instances.",
        "required": [
          "id",
          "action",
          "status",
          "total",
          "pending",
          "succeeded",
          "skipped",
          "failed",
          "createdAt",
          "createdBy",
          "items"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "action": {
            "$ref": "#/components/schemas/BulkAction"
          },
          "reason": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/JobStatus"
          },
          "total": {
            "type": "integer",
            "minimum": 0
          },
          "pending": {
            "type": "integer",
            "minimum": 0
          },
          "succeeded": {
            "type": "integer",
            "minimum": 0
          },
          "skipped": {
            "type": "integer",
            "minimum": 0
          },
          "failed": {
            "type": "integer",
            "minimum": 0
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "createdBy": {
            "type": "string"
          },
          "endedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/JobItem"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page of items; absent on the last one."
          }
        }
      },
      "JobItem": {
        "type": "object",
        "required": [
          "instanceId",
          "outcome"
        ],
        "properties": {
          "instanceId": {
            "type": "string"
          },
          "outcome": {
            "$ref": "#/components/schemas/JobOutcome"
          },
          "code": {
            "$ref": "#/components/schemas/ErrorCode"
          },
          "message": {
            "type": "string",
            "description": "Why it was skipped or failed."
          }
        }
      },
      "CanvasPosition": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "x",
          "y"
        ],
        "properties": {
          "x": {
            "type": "number"
          },
          "y": {
            "type": "number"
          }
        }
      },
      "CanvasSize": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "width",
          "height"
        ],
        "properties": {
          "width": {
            "type": "number"
          },
          "height": {
            "type": "number"
          }
        }
      },
      "CanvasNode": {
        "type": "object",
        "description": "A task, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends.",
        "required": [
          "id",
          "name",
          "kind",
          "container",
          "position",
          "size"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "JSON pointer of the task; of a point that of its container and its kind."
          },
          "name": {
            "type": "string",
            "description": "Empty for a point."
          },
          "kind": {
            "type": "string",
            "description": "Kind of the task, e.g. `set`; or `start`, `end`, `stop`."
          },
          "container": {
            "type": "string",
            "description": "JSON pointer of the list it stands in."
          },
          "task": {
            "type": "object",
            "additionalProperties": true,
            "description": "The task as the definition has it."
          },
          "position": {
            "$ref": "#/components/schemas/CanvasPosition"
          },
          "size": {
            "$ref": "#/components/schemas/CanvasSize"
          }
        }
      },
      "CanvasContainer": {
        "type": "object",
        "description": "A list of tasks.",
        "required": [
          "id",
          "role",
          "position",
          "size"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "JSON pointer of the list."
          },
          "role": {
            "type": "string",
            "enum": [
              "workflow",
              "body",
              "branches",
              "try",
              "catch",
              "foreach"
            ]
          },
          "owner": {
            "type": "string",
            "description": "Id of the task that holds it."
          },
          "label": {
            "type": "string"
          },
          "position": {
            "$ref": "#/components/schemas/CanvasPosition"
          },
          "size": {
            "$ref": "#/components/schemas/CanvasSize"
          }
        }
      },
      "WorkflowCanvas": {
        "type": "object",
        "required": [
          "workflowId",
          "version",
          "nodes",
          "containers",
          "edges"
        ],
        "properties": {
          "workflowId": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "nodes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CanvasNode"
            }
          },
          "containers": {
            "type": "array",
            "description": "The first is the workflow's own; each stands before those within it.",
            "items": {
              "$ref": "#/components/schemas/CanvasContainer"
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/GraphEdge"
            }
          }
        }
      },
      "AddNodeRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "task"
        ],
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1
          },
          "task": {
            "type": "object",
            "additionalProperties": true
          },
          "container": {
            "type": "string",
            "description": "JSON pointer of the list. Default: the top level.",
            "default": "/do"
          },
          "index": {
            "type": "integer",
            "minimum": 0,
            "description": "Place in the list, from 0. Default: at its end."
          },
          "position": {
            "$ref": "#/components/schemas/CanvasPosition"
          }
        }
      },
      "UpdateNodeRequest": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1
          },
          "task": {
            "type": "object",
            "additionalProperties": true
          },
          "position": {
            "$ref": "#/components/schemas/CanvasPosition"
          }
        }
      },
      "MoveNodeRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "container",
          "index"
        ],
        "properties": {
          "container": {
            "type": "string",
            "description": "JSON pointer of the list."
          },
          "index": {
            "type": "integer",
            "minimum": 0,
            "description": "Place in the list, from 0."
          }
        }
      },
      "NodeTemplateList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NodeTemplate"
            }
          }
        }
      },
      "NodeTemplate": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "title",
          "description",
          "schema",
          "example"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "description": "The kind of task."
          },
          "function": {
            "type": "string",
            "description": "When it calls a function of this deployment, its name."
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "schema": {
            "type": "object",
            "additionalProperties": true,
            "description": "JSON Schema of what the task is written with."
          },
          "example": {
            "type": "object",
            "additionalProperties": true,
            "description": "A task to begin with."
          }
        }
      },
      "ApprovalScope": {
        "type": "string",
        "enum": [
          "mine",
          "groups",
          "all"
        ],
        "default": "all"
      },
      "ApprovalStatus": {
        "type": "string",
        "description": "`withdrawn`: the task has ended, or gone another way, before it was decided.",
        "enum": [
          "pending",
          "decided",
          "withdrawn"
        ]
      },
      "Approval": {
        "type": "object",
        "description": "A question that a run asks people.",
        "required": [
          "id",
          "instanceId",
          "workflow",
          "task",
          "title",
          "approvers",
          "decisions",
          "required",
          "excludeInitiator",
          "status",
          "isLate",
          "requestedAt",
          "votes",
          "mayDecide"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "instanceId": {
            "type": "string"
          },
          "workflow": {
            "$ref": "#/components/schemas/WorkflowVersion"
          },
          "task": {
            "type": "string",
            "description": "Key of the task's execution."
          },
          "initiator": {
            "type": "string",
            "description": "Who has started the run."
          },
          "entityRef": {
            "type": "string",
            "description": "The entity that the run is for."
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string",
            "description": "Markdown."
          },
          "formSchema": {
            "type": "object",
            "additionalProperties": true,
            "description": "JSON Schema of what is to be filled in."
          },
          "approvers": {
            "type": "array",
            "description": "Entity refs of users and groups.",
            "items": {
              "type": "string"
            }
          },
          "decisions": {
            "type": "array",
            "description": "What can be decided; the first lets it pass.",
            "items": {
              "type": "string"
            }
          },
          "required": {
            "type": "integer",
            "minimum": 1,
            "description": "How many people must decide for the first decision."
          },
          "excludeInitiator": {
            "type": "boolean",
            "description": "Whether who has started the run cannot decide."
          },
          "status": {
            "$ref": "#/components/schemas/ApprovalStatus"
          },
          "isLate": {
            "type": "boolean",
            "description": "Whether it is pending and overdue."
          },
          "requestedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "dueAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "closedAt": {
            "type": "string",
            "description": "When it was decided or withdrawn, ISO 8601 in UTC."
          },
          "decision": {
            "type": "string",
            "description": "The one that counts."
          },
          "votes": {
            "type": "array",
            "description": "What people have decided, oldest first.",
            "items": {
              "$ref": "#/components/schemas/ApprovalVote"
            }
          },
          "mayDecide": {
            "type": "boolean",
            "description": "Whether the caller may decide it now."
          }
        }
      },
      "ApprovalVote": {
        "type": "object",
        "description": "What one person has decided.",
        "required": [
          "decision",
          "by",
          "decidedAt"
        ],
        "properties": {
          "decision": {
            "type": "string"
          },
          "by": {
            "type": "string",
            "description": "Entity ref."
          },
          "comment": {
            "type": "string"
          },
          "data": {
            "$ref": "#/components/schemas/JsonValue"
          },
          "decidedAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          }
        }
      },
      "ApprovalPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approval"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "ApprovalDecisionRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decision"
        ],
        "properties": {
          "decision": {
            "type": "string",
            "minLength": 1,
            "maxLength": 40,
            "description": "One of the approval's `decisions`."
          },
          "comment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 4000
          },
          "data": {
            "$ref": "#/components/schemas/JsonValue"
          }
        }
      },
      "Trigger": {
        "type": "object",
        "description": "What starts a workflow by itself.",
        "required": [
          "id",
          "workflowId",
          "kind",
          "enabled"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "workflowId": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "every",
              "cron",
              "after",
              "on"
            ]
          },
          "enabled": {
            "type": "boolean",
            "description": "Whether it starts runs: it is not paused, nor its workflow disabled."
          },
          "expression": {
            "type": "string",
            "description": "For people: the interval, the cron expression, the events."
          },
          "timeZone": {
            "type": "string"
          },
          "nextAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "lastAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "lastInstanceId": {
            "type": "string"
          }
        }
      },
      "TriggerList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Trigger"
            }
          }
        }
      },
      "OccurrencePage": {
        "type": "object",
        "required": [
          "items",
          "upcoming"
        ],
        "properties": {
          "upcoming": {
            "type": "array",
            "description": "The next times, ISO 8601 in UTC.",
            "items": {
              "type": "string"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Occurrence"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "Occurrence": {
        "type": "object",
        "description": "What has become of a time at which a trigger was due.",
        "required": [
          "at",
          "handledAt"
        ],
        "properties": {
          "at": {
            "type": "string",
            "description": "When it was due, or events had come; ISO 8601 in UTC."
          },
          "handledAt": {
            "type": "string",
            "description": "When it was started or skipped; ISO 8601 in UTC."
          },
          "instanceId": {
            "type": "string",
            "description": "The run that was started; absent when there is none that the caller may see."
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus"
          },
          "skipped": {
            "type": "string",
            "description": "Why nothing was started."
          }
        }
      },
      "Webhook": {
        "type": "object",
        "required": [
          "id",
          "url",
          "events",
          "workflowIds",
          "enabled",
          "createdAt",
          "createdBy"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "url": {
            "type": "string"
          },
          "events": {
            "type": "array",
            "description": "Types of lifecycle events without `io.serverlessworkflow.` and `.v1`, e.g. `workflow.faulted`; `workflow.*` for all that begin so.",
            "items": {
              "type": "string"
            }
          },
          "workflowIds": {
            "type": "array",
            "description": "Only events of these workflows; of all when empty.",
            "items": {
              "type": "string"
            }
          },
          "enabled": {
            "type": "boolean"
          },
          "disabledBecause": {
            "type": "string",
            "description": "Why it was switched off, when nobody did it."
          },
          "failingSince": {
            "type": "string",
            "description": "Since when no attempt has gone well, ISO 8601 in UTC."
          },
          "previousSecretUntil": {
            "type": "string",
            "description": "Until when the secret before signs, too, ISO 8601 in UTC."
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "createdBy": {
            "type": "string"
          }
        }
      },
      "CreatedWebhook": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Webhook"
          },
          {
            "type": "object",
            "properties": {
              "secret": {
                "type": "string",
                "description": "Shown this once."
              }
            }
          }
        ]
      },
      "WebhookList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Webhook"
            }
          }
        }
      },
      "CreateWebhookRequest": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "url",
          "events"
        ],
        "properties": {
          "url": {
            "type": "string",
            "format": "uri",
            "maxLength": 2000
          },
          "events": {
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          "workflowIds": {
            "type": "array",
            "description": "Only events of these workflows. Default: of all.",
            "maxItems": 100,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          "secret": {
            "type": "string",
            "description": "`whsec_` and 24 to 64 bytes in base64. Default: a random one.",
            "maxLength": 200
          }
        }
      },
      "UpdateWebhookRequest": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "url": {
            "type": "string",
            "format": "uri",
            "maxLength": 2000
          },
          "events": {
            "type": "array",
            "minItems": 1,
            "maxItems": 50,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          "workflowIds": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          "enabled": {
            "type": "boolean"
          },
          "secret": {
            "type": "string",
            "description": "A new secret: `whsec_` and 24 to 64 bytes in base64.",
            "maxLength": 200
          },
          "rotateSecret": {
            "type": "boolean",
            "description": "Whether a random secret is to be made."
          }
        }
      },
      "DeliveryStatus": {
        "type": "string",
        "enum": [
          "pending",
          "delivered",
          "failed"
        ]
      },
      "Delivery": {
        "type": "object",
        "required": [
          "id",
          "webhookId",
          "eventId",
          "eventType",
          "status",
          "createdAt",
          "attempts"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "What is sent as `webhook-id`."
          },
          "webhookId": {
            "type": "string"
          },
          "eventId": {
            "type": "string",
            "description": "The CloudEvent's id."
          },
          "eventType": {
            "type": "string",
            "description": "As in `events`, or `webhook.test`."
          },
          "instanceId": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/DeliveryStatus"
          },
          "createdAt": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "nextAt": {
            "type": "string",
            "description": "When it is sent next, ISO 8601 in UTC."
          },
          "attempts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DeliveryAttempt"
            }
          }
        }
      },
      "DeliveryAttempt": {
        "type": "object",
        "required": [
          "at",
          "durationMs"
        ],
        "properties": {
          "at": {
            "type": "string",
            "description": "ISO 8601 in UTC."
          },
          "status": {
            "type": "integer",
            "description": "The HTTP status, when an answer came."
          },
          "durationMs": {
            "type": "integer",
            "minimum": 0
          },
          "answer": {
            "type": "string",
            "description": "How the answer begins: 1 kB at most."
          },
          "error": {
            "type": "string",
            "description": "Why no answer came."
          }
        }
      },
      "DeliveryPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delivery"
            }
          },
          "next": {
            "type": "string",
            "description": "Cursor of the next page; absent on the last one."
          }
        }
      },
      "ServerInfo": {
        "type": "object",
        "required": [
          "name",
          "version",
          "api",
          "runtime",
          "languages",
          "capabilities",
          "limits"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "api": {
            "$ref": "#/components/schemas/ApiInfo"
          },
          "runtime": {
            "$ref": "#/components/schemas/RuntimeInfo"
          },
          "languages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LanguageInfo"
            }
          },
          "capabilities": {
            "type": "array",
            "description": "What this deployment has means for: kinds of calls, processes, protocols and transports, e.g. `call:grpc`, `run:script:python`; `auth-tokens` when it can keep the tokens of callers.",
            "items": {
              "type": "string"
            }
          },
          "limits": {
            "$ref": "#/components/schemas/ServerLimits"
          }
        }
      },
      "ApiInfo": {
        "type": "object",
        "required": [
          "version"
        ],
        "properties": {
          "version": {
            "type": "string",
            "description": "Of this contract."
          }
        }
      },
      "RuntimeInfo": {
        "type": "object",
        "required": [
          "name",
          "behaviourVersion",
          "database"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "behaviourVersion": {
            "type": "integer",
            "description": "Of the interpreter; instances keep the one they started with."
          },
          "database": {
            "type": "string",
            "enum": [
              "sqlite",
              "postgres"
            ]
          }
        }
      },
      "LanguageInfo": {
        "type": "object",
        "required": [
          "name",
          "versions"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "versions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ServerLimits": {
        "type": "object",
        "required": [
          "maxBodyBytes",
          "inlineBytes"
        ],
        "properties": {
          "maxBodyBytes": {
            "type": "integer"
          },
          "inlineBytes": {
            "type": "integer",
            "description": "Larger values come by reference."
          }
        }
      },
      "Health": {
        "type": "object",
        "required": [
          "status",
          "running",
          "due",
          "store",
          "worker"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/HealthStatus"
          },
          "running": {
            "type": "integer",
            "minimum": 0,
            "description": "How many instances have not ended."
          },
          "due": {
            "type": "integer",
            "minimum": 0,
            "description": "How many instances wait for a worker to take them up."
          },
          "store": {
            "$ref": "#/components/schemas/StoreHealth"
          },
          "worker": {
            "$ref": "#/components/schemas/WorkerHealth"
          }
        }
      },
      "HealthStatus": {
        "type": "string",
        "enum": [
          "ok",
          "degraded"
        ]
      },
      "StoreHealth": {
        "type": "object",
        "required": [
          "status",
          "latencyMs"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/HealthStatus"
          },
          "latencyMs": {
            "type": "number",
            "minimum": 0
          }
        }
      },
      "WorkerHealth": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/HealthStatus"
          },
          "reason": {
            "type": "string",
            "description": "What is wrong with it."
          }
        }
      }
    }
  }
};
