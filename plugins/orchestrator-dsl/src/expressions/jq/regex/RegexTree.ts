/** A part of a regular expression. @internal */
export type RegexNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | RepeatNode
  | {
      readonly kind: 'capture';
      readonly index: number;
      readonly body: RegexNode;
    }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | {
      readonly kind: 'look';
      readonly look: Look;
      readonly body: RegexNode;
    };

/** @internal */
export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
  readonly isGreedy: boolean;
}

/** A condition on a position; `semiEnd` is the end or before a final line feed. @internal */
export type Assertion =
  | 'start'
  | 'end'
  | 'semiEnd'
  | 'word boundary'
  | 'no word boundary';

/** What is matched on its own: it takes no characters unless it is atomic. @internal */
export type Look = 'ahead' | 'not ahead' | 'behind' | 'not behind' | 'atomic';

/** @internal */
export interface CharacterSet {
  has(codePoint: number): boolean;
}

/** @internal */
export interface RegexTree {
  readonly root: RegexNode;
  /** The names of the groups, null for those without. */
  readonly groups: readonly (string | null)[];
}

/** The pattern is not a regular expression, or not one that can be matched in linear time. @internal */
export class RegexSyntaxError extends Error {}
