import type { Node, Pattern, PatternEntry } from '../language/SyntaxTree';

/** Text that parses to the same tree, with parentheses around everything that is compound. */
export function printExpression(node: Node): string {
  switch (node.kind) {
    case 'identity':
      return '.';
    case 'literal':
      return JSON.stringify(node.value);
    case 'text':
      return `${node.format ? `@${node.format} ` : ''}"${node.parts
        .map(part =>
          typeof part === 'string'
            ? JSON.stringify(part).slice(1, -1)
            : `\\(${printExpression(part)})`,
        )
        .join('')}"`;
    case 'format':
      return `@${node.name}`;
    case 'variable':
      return `$${node.name}`;
    case 'index':
      return `${printTarget(node.target)}.[${printExpression(node.key)}]${mark(
        node,
      )}`;
    case 'slice':
      return `${printTarget(node.target)}.[${printOptional(
        node.from,
      )}:${printOptional(node.to)}]${mark(node)}`;
    case 'iterate':
      return `${printTarget(node.target)}.[]${mark(node)}`;
    case 'array':
      return `[${printOptional(node.body)}]`;
    case 'object':
      return `{${node.entries
        .map(
          ({ key, value }) =>
            `(${printExpression(key)}): (${printExpression(value)})`,
        )
        .join(', ')}}`;
    case 'negate':
      return `(-${printTarget(node.body)})`;
    case 'binary':
      return `(${printExpression(node.left)} ${node.operator} ${printExpression(
        node.right,
      )})`;
    case 'if':
      return `if ${printExpression(node.condition)} then ${printExpression(
        node.then,
      )} else ${printExpression(node.else)} end`;
    case 'try':
      return `(try ${printTarget(node.body)}${
        node.handler ? ` catch ${printTarget(node.handler)}` : ''
      })`;
    case 'bind':
      return `(${printTarget(node.source)} as ${printPatterns(
        node.patterns,
      )} | ${printExpression(node.body)})`;
    case 'reduce':
    case 'foreach':
      return `${node.kind} ${printTarget(node.source)} as ${printPatterns(
        node.patterns,
      )} (${printExpression(node.initial)}; ${printExpression(node.update)}${
        node.kind === 'foreach' && node.extract
          ? `; ${printExpression(node.extract)}`
          : ''
      })`;
    case 'label':
      return `(label $${node.name} | ${printExpression(node.body)})`;
    case 'break':
      return `break $${node.name}`;
    case 'define': {
      const { name, parameters, body } = node.definition;
      return `(def ${name}${list(parameters)}: ${printExpression(
        body,
      )}; ${printExpression(node.rest)})`;
    }
    default:
      return `${node.name}${list(node.args.map(printExpression))}`;
  }
}

function printTarget(node: Node): string {
  return `(${printExpression(node)})`;
}

function printOptional(node: Node | undefined): string {
  return node ? printExpression(node) : '';
}

function mark({ isOptional }: { readonly isOptional?: boolean }): string {
  return isOptional ? '?' : '';
}

function list(items: readonly string[]): string {
  return items.length > 0 ? `(${items.join('; ')})` : '';
}

function printPatterns(patterns: readonly Pattern[]): string {
  return patterns.map(printPattern).join(' ?// ');
}

function printPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'variable':
      return `$${pattern.name}`;
    case 'array':
      return `[${pattern.items.map(printPattern).join(', ')}]`;
    default:
      return `{${pattern.entries.map(printEntry).join(', ')}}`;
  }
}

function printEntry({ key, variable, value }: PatternEntry): string {
  const name = variable ? `$${variable}` : `(${printExpression(key)})`;
  return value ? `${name}: ${printPattern(value)}` : name;
}
