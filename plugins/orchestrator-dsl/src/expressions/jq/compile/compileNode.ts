import {
  compileArray,
  compileObject,
  compileText,
} from './compileConstruction';
import { assertNever } from '../../../assertNever';
import { compileBind, compileForeach, compileReduce } from './compileBinding';
import { compileBinary } from './compileBinary';
import { compileCall, compileDefine } from './compileCall';
import {
  compileIf,
  compileLabel,
  compileBreak,
  compileTry,
} from './compileControl';
import { compileIndex, compileIterate, compileSlice } from './compileAccess';
import {
  compileFormat,
  compileLiteral,
  compileNegate,
  compileVariable,
  identity,
} from './compileSimple';
import type { Code } from './Code';
import type { Node } from '../language/SyntaxTree';
import type { Scope } from './Scope';

/** The code of a node; in tail position it may leave its last call to the caller. @internal */
export function compileNode(node: Node, scope: Scope, isTail: boolean): Code {
  switch (node.kind) {
    case 'identity':
      return identity;
    case 'literal':
      return compileLiteral(node.value);
    case 'variable':
      return compileVariable(node, scope);
    case 'format':
      return compileFormat(node, scope);
    case 'text':
      return compileText(node, scope);
    case 'array':
      return compileArray(node.body, scope);
    case 'object':
      return compileObject(node, scope);
    case 'negate':
      return compileNegate(node, scope);
    case 'index':
      return compileIndex(node, scope);
    case 'slice':
      return compileSlice(node, scope);
    case 'iterate':
      return compileIterate(node, scope);
    default:
      return compileCompound(node, scope, isTail);
  }
}

type Simple =
  | 'identity'
  | 'literal'
  | 'variable'
  | 'format'
  | 'text'
  | 'array'
  | 'object'
  | 'negate'
  | 'index'
  | 'slice'
  | 'iterate';

function compileCompound(
  node: Exclude<Node, { kind: Simple }>,
  scope: Scope,
  isTail: boolean,
): Code {
  switch (node.kind) {
    case 'binary':
      return compileBinary(node, scope, isTail);
    case 'if':
      return compileIf(node, scope, isTail);
    case 'try':
      return compileTry(node, scope);
    case 'bind':
      return compileBind(node, scope, isTail);
    case 'reduce':
      return compileReduce(node, scope);
    case 'foreach':
      return compileForeach(node, scope);
    case 'label':
      return compileLabel(node, scope);
    case 'break':
      return compileBreak(node, scope);
    case 'define':
      return compileDefine(node, scope, isTail);
    case 'call':
      return compileCall(node, scope, isTail);
    default:
      return assertNever(node, 'node');
  }
}
