import type { Box, GraphLayout, Point, Route, Size } from './GraphLayout';

interface Placed<T> extends Point {
  readonly content: T;
}

/** A part of a layout, measured from its own upper left corner. */
export class Fragment implements Size {
  readonly #parts: Placed<Fragment>[] = [];
  readonly #routes: (readonly [string, Route])[] = [];

  private constructor(
    private readonly id: string,
    readonly width: number,
    readonly height: number,
  ) {}

  /** A box, still without anything in it. */
  static box(id: string, { width, height }: Size): Fragment {
    return new Fragment(id, width, height);
  }

  place(content: Fragment, { x, y }: Point): void {
    this.#parts.push({ content, x, y });
  }

  route(edgeId: string, route: Route): void {
    this.#routes.push([edgeId, route]);
  }

  /** Everything in it with its place in the whole. */
  flatten(): GraphLayout {
    const boxes = new Map<string, Box>();
    const routes = new Map<string, Route>();
    this.#collect({ x: 0, y: 0 }, boxes, routes);
    return { width: this.width, height: this.height, boxes, routes };
  }

  #collect(at: Point, boxes: Map<string, Box>, routes: Map<string, Route>) {
    boxes.set(this.id, { ...at, width: this.width, height: this.height });
    for (const [id, route] of this.#routes) routes.set(id, moved(route, at));
    for (const { content, x, y } of this.#parts) {
      content.#collect({ x: at.x + x, y: at.y + y }, boxes, routes);
    }
  }
}

/** A route measured from another corner. */
export function moved({ points, label }: Route, by: Point): Route {
  const shift = <T extends Point>(point: T): T => ({
    ...point,
    x: point.x + by.x,
    y: point.y + by.y,
  });
  return { points: points.map(shift), ...(label && { label: shift(label) }) };
}
