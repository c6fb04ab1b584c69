import type { Json } from '../language/WorkflowDefinition';

/** A task as the definition writes it, without its name. @public */
export type TaskText = { readonly [property: string]: Json };

/** Where a task stands on a canvas: its upper left corner, in pixels. @public */
export interface CanvasPosition {
  readonly x: number;
  readonly y: number;
}

/** A change of one task of a definition; pointers are those of the text before the change. @public */
export type TaskEdit =
  | {
      readonly kind: 'add';
      readonly name: string;
      readonly task: TaskText;
      /** JSON pointer of the list. */
      readonly container: string;
      /** Place in the list, from 0. Default: at its end. */
      readonly index?: number;
      readonly position?: CanvasPosition;
    }
  | {
      readonly kind: 'change';
      /** JSON pointer of the task. */
      readonly pointer: string;
      readonly name?: string;
      readonly task?: TaskText;
      readonly position?: CanvasPosition;
    }
  | {
      readonly kind: 'move';
      readonly pointer: string;
      readonly container: string;
      /** Place in the list once the task has left the one it had, from 0. */
      readonly index: number;
    }
  | { readonly kind: 'remove'; readonly pointer: string };

/** A change that the definition has no place for. @public */
export class TaskEditError extends Error {
  override readonly name = 'TaskEditError';

  /**
   * @param kind - what is not there: the task, or a list of tasks or a place in one
   * @param pointer - of what was asked for
   */
  constructor(
    readonly kind: 'no-task' | 'no-place',
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}
