import {
  isMap,
  isNode,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';

/** The document as text, in the style that its text had. */
export function writeText(document: Document, before: string): string {
  if (/^\s*\{/.test(before)) {
    const indent = /^( +)\S/m.exec(before)?.[1].length ?? 2;
    return `${JSON.stringify(document.toJS(), null, indent)}\n`;
  }
  const style = new BlockStyle(document, before);
  return document.toString({
    lineWidth: 0,
    indent: style.stepOf(isMap) || 2,
    indentSeq: style.stepOf(isSeq) !== 0,
  });
}

/** How a text sets off what stands below a key. */
class BlockStyle {
  constructor(
    private readonly document: Document,
    private readonly text: string,
  ) {}

  /** How many columns further in than its key the first value of a kind stands; `undefined` when there is none. */
  stepOf(isKind: (value: unknown) => boolean): number | undefined {
    let step: number | undefined;
    visit(this.document, {
      Pair: (_position, pair) => {
        if (isKind(pair.value)) step = this.#stepOf(pair);
        return step === undefined ? undefined : visit.BREAK;
      },
    });
    return step;
  }

  /** Nothing for what stands on the line of its key, or was not in the text. */
  #stepOf({ key, value }: Pair): number | undefined {
    if (!isNode(key) || !isNode(value) || !key.range || !value.range) {
      return undefined;
    }
    const isBlock = this.text
      .slice(key.range[0], value.range[0])
      .includes('\n');
    return isBlock ? this.#columnOf(value) - this.#columnOf(key) : undefined;
  }

  #columnOf({ range }: Node): number {
    return range![0] - this.text.lastIndexOf('\n', range![0] - 1);
  }
}
