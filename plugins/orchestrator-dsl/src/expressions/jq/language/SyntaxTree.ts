import type { Json } from '../../../Json';

/** A piece of an expression; `at` is its index in the text. @internal */
export type Node =
  | { readonly kind: 'identity'; readonly at: number }
  | { readonly kind: 'literal'; readonly at: number; readonly value: Json }
  | TextNode
  | { readonly kind: 'format'; readonly at: number; readonly name: string }
  | { readonly kind: 'variable'; readonly at: number; readonly name: string }
  | IndexNode
  | SliceNode
  | IterateNode
  | { readonly kind: 'array'; readonly at: number; readonly body?: Node }
  | ObjectNode
  | { readonly kind: 'negate'; readonly at: number; readonly body: Node }
  | BinaryNode
  | IfNode
  | TryNode
  | BindNode
  | ReduceNode
  | ForeachNode
  | LabelNode
  | { readonly kind: 'break'; readonly at: number; readonly name: string }
  | DefineNode
  | CallNode;

/** `"… \(…) …"`, `@format "…"`. @internal */
export interface TextNode {
  readonly kind: 'text';
  readonly at: number;
  readonly format?: string;
  readonly parts: readonly (string | Node)[];
}

/** What can be followed by `?`, which then hides errors of this access only, not those of its target. @internal */
export type AccessNode = IndexNode | SliceNode | IterateNode;

/** `target[]`. @internal */
export interface IterateNode {
  readonly kind: 'iterate';
  readonly at: number;
  readonly target: Node;
  readonly isOptional?: boolean;
}

/** `target[key]`, `target.key`. @internal */
export interface IndexNode {
  readonly kind: 'index';
  readonly at: number;
  readonly target: Node;
  readonly key: Node;
  readonly isOptional?: boolean;
}

/** `target[from:to]`. @internal */
export interface SliceNode {
  readonly kind: 'slice';
  readonly at: number;
  readonly target: Node;
  readonly from?: Node;
  readonly to?: Node;
  readonly isOptional?: boolean;
}

/** @internal */
export interface ObjectNode {
  readonly kind: 'object';
  readonly at: number;
  readonly entries: readonly { readonly key: Node; readonly value: Node }[];
}

/** @internal */
export interface BinaryNode {
  readonly kind: 'binary';
  readonly at: number;
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
}

/** @internal */
export type BinaryOperator =
  | '|'
  | ','
  | '//'
  | 'or'
  | 'and'
  | ComparisonOperator
  | ArithmeticOperator
  | UpdateOperator;
/** @internal */
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
/** @internal */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
/** @internal */
export type UpdateOperator =
  | '='
  | '|='
  | '+='
  | '-='
  | '*='
  | '/='
  | '%='
  | '//=';

/** @internal */
export interface IfNode {
  readonly kind: 'if';
  readonly at: number;
  readonly condition: Node;
  readonly then: Node;
  readonly else: Node;
}

/** `try body catch handler`, `body?`. @internal */
export interface TryNode {
  readonly kind: 'try';
  readonly at: number;
  readonly body: Node;
  readonly handler?: Node;
}

/** `source as pattern ?// pattern | body`. @internal */
export interface BindNode {
  readonly kind: 'bind';
  readonly at: number;
  readonly source: Node;
  readonly patterns: readonly Pattern[];
  readonly body: Node;
}

/** @internal */
export interface ReduceNode {
  readonly kind: 'reduce';
  readonly at: number;
  readonly source: Node;
  readonly patterns: readonly Pattern[];
  readonly initial: Node;
  readonly update: Node;
}

/** @internal */
export interface ForeachNode {
  readonly kind: 'foreach';
  readonly at: number;
  readonly source: Node;
  readonly patterns: readonly Pattern[];
  readonly initial: Node;
  readonly update: Node;
  readonly extract?: Node;
}

/** @internal */
export interface LabelNode {
  readonly kind: 'label';
  readonly at: number;
  readonly name: string;
  readonly body: Node;
}

/** `def name(parameters): body; rest`. @internal */
export interface DefineNode {
  readonly kind: 'define';
  readonly at: number;
  readonly definition: Definition;
  readonly rest: Node;
}

/** A function; a parameter that begins with `$` is a value. @internal */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Node;
}

/** @internal */
export interface CallNode {
  readonly kind: 'call';
  readonly at: number;
  readonly name: string;
  readonly args: readonly Node[];
}

/** What a value is taken apart by. @internal */
export type Pattern =
  | { readonly kind: 'variable'; readonly at: number; readonly name: string }
  | {
      readonly kind: 'array';
      readonly at: number;
      readonly items: readonly Pattern[];
    }
  | {
      readonly kind: 'object';
      readonly at: number;
      readonly entries: readonly PatternEntry[];
    };

/** `$variable`, `$variable: value` or `key: value` of an object's pattern. @internal */
export interface PatternEntry {
  readonly at: number;
  readonly key: Node;
  readonly variable?: string;
  readonly value?: Pattern;
}
