import { parseSync, Visitor, type ESTree } from 'vite';

/** What people see or hear of an element, besides what stands in it. */
const spoken = /^(title|alt|placeholder|label|aria-(label|description|valuetext|roledescription|placeholder))$/;

/** A component of ours may be told by its name which word to show. */
const keyOfCatalogue = /^[a-z]+$/;

/** What the desktop shows of an object that is handed to it. */
const shown = new Set(['label', 'title', 'body', 'subtitle', 'tooltip', 'message', 'detail', 'buttons']);
const showing = new Set(['setToolTip', 'setTitle', 'showErrorBox', 'setOverlayIcon']);

/** The words in a source file that people would see and that come from no catalogue. */
export function visibleStrings(file: string, source: string): string[] {
  const found: string[] = [];
  const take = (texts: readonly string[]) => found.push(...texts.map((text) => text.trim()).filter(hasWords));
  const isShell = !file.endsWith('.tsx');

  new Visitor({
    JSXText: ({ value }) => take([value]),
    JSXElement: ({ children }) => take(children.flatMap(stringsIn)),
    JSXFragment: ({ children }) => take(children.flatMap(stringsIn)),
    JSXOpeningElement: ({ name, attributes }) => {
      const isOurs = name.type !== 'JSXIdentifier' || /^[A-Z]/.test(name.name);
      const texts = attributes.flatMap(spokenIn);
      take(isOurs ? texts.filter((text) => !keyOfCatalogue.test(text)) : texts);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Notification') take(given.flatMap(stringsOf));
    },
    CallExpression: ({ callee, arguments: given }) => {
      const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name;
      if (name !== false && showing.has(name)) take(given.flatMap(stringsOf));
    },
    Property: ({ key, value }) => {
      if (isShell && key.type === 'Identifier' && shown.has(key.name)) take(stringsOf(value));
    },
    AssignmentExpression: ({ left, right }) => {
      const isTitle =
        left.type === 'MemberExpression' && left.property.type === 'Identifier' && left.property.name === 'title';
      if (isTitle) take(stringsOf(right));
    },
  }).visit(parseSync(file, source).program);
  return found;
}

function spokenIn(attribute: ESTree.JSXAttributeItem): string[] {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return [];
  const { name, value } = attribute;
  if (!spoken.test(name.name) || value === null) return [];
  return stringsOf(value.type === 'JSXExpressionContainer' ? value.expression : value);
}

function stringsIn(child: ESTree.JSXChild): string[] {
  return child.type === 'JSXExpressionContainer' ? stringsOf(child.expression) : [];
}

/** The literal texts that an expression may come to. */
function stringsOf(node: ESTree.Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw);
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap(stringsOf);
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => (one === null ? [] : stringsOf(one)));
  const isJoined = node.type === 'LogicalExpression' || (node.type === 'BinaryExpression' && node.operator === '+');
  return isJoined ? [node.left, node.right].flatMap(stringsOf) : [];
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
