import type { DrawableNode } from '../Drawable';

/** @public */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @public */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something stands: its upper left corner, from that of the picture, and how large it is. @public */
export interface Box extends Point, Size {}

/** The way of an edge: its corners, from where it leaves to where it arrives, joined by level and upright lines. @public */
export interface Route {
  readonly points: readonly Point[];
  /** Where its label stands. */
  readonly label?: Box;
}

/** Where everything stands. What lies within a collapsed task has no place. @public */
export interface GraphLayout extends Size {
  /** Of nodes and containers, by id. A task's box holds those of its containers; these hold those of their nodes. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** By id of the edge. */
  readonly routes: ReadonlyMap<string, Route>;
}

/** What the layout cannot know. Sizes must be whole numbers; so are then all positions. @public */
export interface LayoutOptions {
  /**
   * How large a node is; of a task whose containers are shown, how large its heading is. Default: room for a title and one
   * line, and a small circle for points.
   */
  readonly sizeOf?: (node: DrawableNode) => Size;
  /** How large a label of an edge or of a container is. Default: an estimate for text of 12 pixels. */
  readonly labelSizeOf?: (label: string) => Size;
  /** Ids of tasks whose containers are not shown. */
  readonly collapsed?: ReadonlySet<string>;
}

/** The options with their defaults. @internal */
export type LayoutSettings = Required<LayoutOptions>;

/** Between neighbours in a row, and around what stands in a container. @internal */
export const GAP = 24;

/** Between lines that run side by side. @internal */
export const LINE_GAP = 10;

const POINT: Size = { width: 20, height: 20 };
const TASK: Size = { width: 220, height: 56 };
const LETTER_WIDTH = 7;
const MAX_LABEL_WIDTH = 240;

/** @internal */
export function withDefaults(options: LayoutOptions): LayoutSettings {
  return {
    sizeOf: options.sizeOf ?? defaultSizeOf,
    labelSizeOf: options.labelSizeOf ?? defaultLabelSizeOf,
    collapsed: options.collapsed ?? new Set(),
  };
}

/** Whether a node is no task but a place where a container begins or is left. @internal */
export function isPoint({ kind }: DrawableNode): boolean {
  return kind === 'start' || kind === 'stop' || kind === 'end';
}

function defaultSizeOf(node: DrawableNode): Size {
  return isPoint(node) ? POINT : TASK;
}

function defaultLabelSizeOf(label: string): Size {
  const width = LETTER_WIDTH * label.length + 8;
  return { width: Math.min(width, MAX_LABEL_WIDTH), height: 18 };
}
