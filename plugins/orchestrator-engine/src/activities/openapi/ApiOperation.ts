import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** Where a parameter goes. `form` are the form fields of OpenAPI 2. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'form';

/** How a parameter that is a list or an object is written (OpenAPI 3, "Style Values"; the formats of OpenAPI 2 are among them). */
export interface ParameterStyle {
  readonly name: 'simple' | 'label' | 'matrix' | 'form' | 'deepObject' | 'json';
  /** Whether each element stands on its own. */
  readonly explode: boolean;
  /** Between elements that do not, percent-encoded where it must be. */
  readonly delimiter: string;
  /** Whether characters such as `/` stay as they are. */
  readonly allowReserved: boolean;
}

/** A parameter that an operation takes. */
export interface ApiParameter {
  readonly name: string;
  readonly place: ParameterPlace;
  readonly isRequired: boolean;
  readonly style: ParameterStyle;
}

/** The body that an operation takes. */
export interface ApiBody {
  readonly isRequired: boolean;
  readonly contentType: string;
  /** In OpenAPI 2 the body is a parameter, too. */
  readonly name?: string;
}

/** A place for a secret other than `Authorization`. */
export interface ApiKey {
  readonly name: string;
  readonly place: 'query' | 'header' | 'cookie';
}

/** An operation, read from a document of whichever version. */
export interface ApiOperation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** Address without a trailing slash. */
  readonly server: string;
  /** Template of the path below it. */
  readonly path: string;
  readonly parameters: readonly ApiParameter[];
  readonly body?: ApiBody;
  /** Where credentials go, when the document wants them nowhere else. */
  readonly apiKey?: ApiKey;
}

/** Values by parameter name, as the task gives them. */
export interface ParameterValues {
  readonly [name: string]: Json;
}
