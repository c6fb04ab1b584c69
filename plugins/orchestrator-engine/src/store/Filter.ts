/** A value to compare with: times are milliseconds since the epoch. @public */
export type FilterValue = string | number;

/** A condition on things that have fields, evaluated by the database. @public */
export type Filter<Field extends string> =
  | {
      readonly kind: 'compare';
      readonly field: Field;
      readonly operator: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
      readonly value: FilterValue;
    }
  | {
      /** SQL pattern with `%` and `_`, letters of either case. */
      readonly kind: 'like';
      readonly field: Field;
      readonly pattern: string;
    }
  | {
      readonly kind: 'in';
      readonly field: Field;
      readonly values: readonly FilterValue[];
    }
  | {
      readonly kind: 'between';
      readonly field: Field;
      readonly from: FilterValue;
      readonly to: FilterValue;
    }
  | { readonly kind: 'isNull'; readonly field: Field }
  | {
      /** Has this mark: a tag of a workflow, a label of an instance; with this value, where marks have values. */
      readonly kind: 'marked';
      readonly name: string;
      readonly value?: string;
    }
  | { readonly kind: 'not'; readonly filter: Filter<Field> }
  | {
      readonly kind: 'and' | 'or';
      /** Of none, `and` is true and `or` is false. */
      readonly filters: readonly Filter<Field>[];
    };
