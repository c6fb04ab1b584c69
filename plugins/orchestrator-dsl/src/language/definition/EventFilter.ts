import type { Expression, Template } from './values';

/** What an attribute of an event must be. @public */
export type EventCondition =
  /** Equal to the value of a template. */
  | { readonly kind: 'literal'; readonly value: Template }
  /** Text that a regular expression matches in full. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** An expression on the attribute's value (`data`: on the data) that gives `true`; other values are compared. */
  | { readonly kind: 'expression'; readonly expression: Expression };

/** Which events are meant (DSL reference, "Event Filter"). @public */
export interface EventFilter {
  readonly with: { readonly [attribute: string]: EventCondition };
  readonly correlate: readonly {
    readonly name: string;
    /** On the event. */
    readonly from: Expression;
    /** Without it, the first event's value is expected of those that follow. */
    readonly expect?: Template;
  }[];
}

/** Which events are consumed, and when that is enough (DSL reference, "Event Consumption Strategy"). @public */
export type EventStrategy =
  | { readonly kind: 'one'; readonly filters: readonly [EventFilter] }
  | { readonly kind: 'all'; readonly filters: readonly EventFilter[] }
  | {
      /** Of no filter: any event at all. */
      readonly kind: 'any';
      readonly filters: readonly EventFilter[];
      readonly until?:
        | { readonly kind: 'condition'; readonly when: Expression }
        | { readonly kind: 'strategy'; readonly strategy: EventStrategy }
        /** `until: false`: for ever. */
        | { readonly kind: 'never' };
    };

/** What of an event is handed on: its data, the whole event, or the event as it came. @public */
export type EventRead = 'data' | 'envelope' | 'raw';

/** Attributes of an event that is emitted; `source` and `id` have defaults. @public */
export interface EventTemplate {
  readonly [attribute: string]: Template;
}
