/**
 * How a workflow's graph is laid out, without the rest of the language: what pages need that draw what the API answers.
 *
 * @packageDocumentation
 */
export { layoutGraph } from './graph/layout/layoutGraph';
export type {
  Box,
  GraphLayout,
  LayoutOptions,
  Point,
  Route,
  Size,
} from './graph/layout/GraphLayout';
export type {
  Drawable,
  DrawableContainer,
  DrawableEdge,
  DrawableNode,
} from './graph/Drawable';
