// Compiles the JSX of the server's pages to the building of strings: what never changes is one literal, components are called,
// and only what changes is escaped for each page (docs/decisions/0006-page-cost.md). Lines keep their numbers. What cannot be
// said exactly as preact-render-to-string would, stays JSX.
import { parseSync } from 'rolldown/utils';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** preact-render-to-string gives these a meaning that depends on their surroundings. */
const DEPENDENT = new Set(['select', 'option', 'textarea']);
const SVG = new Set(['svg', 'g', 'path', 'rect', 'circle', 'line', 'text', 'title', 'desc']);
/** Names that are written in another way than in the source. */
const WRITTEN = new Map([
  ['tabIndex', 'tabindex'],
  ['maxLength', 'maxlength'],
]);
const KEPT = new Set(['viewBox', 'onClick', 'onSubmit']);
const PLAIN_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const DROPPED = new Set(['key', 'ref']);
const IMPORTS = ['markup', 'component', 'attribute', 'attributes', 'child', 'inner'];

/** Pages and their components are plain functions of what they are given; islands and routes keep JSX as it is. */
export const isPage = (file) => /\/src\/web\/(?:pages|components)\/.*\.tsx$/.test(file);

/** The source map of a file whose lines are where they were. */
export function lineByLine(file, source) {
  const mappings = `AAAA${';AACA'.repeat(source.split('\n').length - 1)}`;
  return { version: 3, sources: [file], names: [], mappings };
}

/** The source with its elements compiled, or null where it has none. `runtime` is what their functions are imported from. */
export function withStrings(file, source, runtime) {
  const { program, errors } = parseSync(file, source, { lang: 'tsx' });
  if (errors.length > 0) return null;
  const compiler = new Compiler(source, functionsOf(program));
  const body = source.slice(0, program.start) + compiler.rewrite(program) + source.slice(program.end);
  if (!compiler.found) return null;
  const names = IMPORTS.map((name) => `${name} as $${name}`).join(',');
  return `import {${names}} from ${JSON.stringify(runtime)};${body}`;
}

/** The names that stand for functions in the whole file: what it imports and declares by itself. */
function functionsOf({ body }) {
  return new Set(
    body.flatMap((statement) => {
      if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
      const declared = statement.declaration ?? statement;
      return declared.type === 'FunctionDeclaration' ? [declared.id.name] : [];
    }),
  );
}

class Compiler {
  found = false;
  #source;
  #functions;

  constructor(source, functions) {
    this.#source = source;
    this.#functions = functions;
  }

  /** The text of a node with every element in it compiled. `holder` is the node that it stands in. */
  rewrite(node, holder = null) {
    if (isSayable(node)) {
      this.found = true;
      const text = this.#element(node);
      return isJsx(holder) ? `{${text}}` : text;
    }
    let text = '';
    let at = node.start;
    for (const part of partsOf(node)) {
      // A shorthand property is its own key and value.
      if (part.start < at) continue;
      text += this.#source.slice(at, part.start) + this.rewrite(part, node);
      at = part.end;
    }
    return text + this.#source.slice(at, node.end);
  }

  #element(node) {
    if (isComponent(node)) return `$component(${nameOf(node, this.#source)},${this.#properties(node)})`;
    const writer = new Writer(this.#source, node.start);
    this.#write(writer, node);
    return `$markup(${writer.end(node.end)})`;
  }

  /** What a component says. A name that may as well be a tag's is asked what it is. */
  #call(node) {
    const name = nameOf(node, this.#source);
    return this.#functions.has(name)
      ? `${name}(${this.#properties(node)})`
      : `$component(${name},${this.#properties(node)})`;
  }

  /** The properties of a component. */
  #properties({ openingElement: { attributes }, children, start, end }) {
    const writer = new Writer(this.#source, start);
    for (const attribute of attributes) {
      const { argument, value } = attribute;
      if (argument) writer.code(argument, `...${this.rewrite(argument)},`);
      else if (!DROPPED.has(attribute.name.name)) {
        const of = value?.expression ?? value;
        writer.code(of ?? attribute, `${JSON.stringify(attribute.name.name)}:${of ? this.rewrite(of) : true},`);
      }
    }
    const inside = children.filter(isSomething);
    if (inside.length > 0) writer.code(inside[0], `"children":${inside.length > 1 ? '[' : ''}`, inside[0].start);
    for (const one of inside) writer.code(one, `${this.#value(one)},`);
    if (inside.length > 1) writer.code({ start: end, end }, ']');
    return `{${writer.end(end, '')}}`;
  }

  /** A child of a component, as a value. */
  #value(node) {
    if (node.type === 'JSXText') return JSON.stringify(textOf(node.value));
    return this.rewrite(node.type === 'JSXExpressionContainer' ? node.expression : node);
  }

  #write(writer, node) {
    if (node.type === 'JSXText') writer.text(escapeText(textOf(node.value)));
    else if (node.type === 'JSXFragment' && isSayable(node)) for (const one of node.children) this.#write(writer, one);
    else if (node.type === 'JSXExpressionContainer') this.#writeExpression(writer, node.expression);
    else if (isComponent(node) && isSayable(node)) writer.ask(node, `$child(${this.#call(node)})`);
    else if (isSayable(node)) this.#writeElement(writer, node);
    else writer.ask(node, `$child(${this.rewrite(node)})`);
  }

  #writeExpression(writer, expression) {
    if (expression.type === 'JSXEmptyExpression') return;
    if (expression.type === 'Literal' && typeof expression.value === 'string')
      writer.text(escapeText(expression.value));
    else if (isJsx(expression)) this.#write(writer, expression);
    else writer.ask(expression, `$child(${this.rewrite(expression)})`);
  }

  #writeElement(writer, { openingElement: { name, attributes }, children }) {
    const tag = name.name;
    writer.text(`<${tag}`);
    const own = this.#writeAttributes(writer, attributes);
    writer.text(VOID.test(tag) ? '/>' : '>');
    if (VOID.test(tag)) return;
    if (own) writer.ask(own, `$inner(${this.rewrite(own)})`);
    else for (const one of children) this.#write(writer, one);
    writer.text(`</${tag}>`);
  }

  /** Answers what is to stand inside as markup, if the element says so. */
  #writeAttributes(writer, attributes) {
    if (attributes.some(({ argument }) => argument)) {
      this.#writeSpread(writer, attributes);
      return null;
    }
    let own = null;
    for (const { name, value } of attributes) {
      if (DROPPED.has(name.name)) continue;
      const fixed = fixedValue(value);
      const written = WRITTEN.get(name.name) ?? name.name;
      if (name.name === 'dangerouslySetInnerHTML') own = value.expression;
      else if (fixed !== undefined) writer.text(attributeText(written, fixed));
      else writer.ask(value.expression, `$attribute("${written}",${this.rewrite(value.expression)})`);
    }
    return own;
  }

  /** Later ones win where they have the same name, as in an object. */
  #writeSpread(writer, attributes) {
    let open = '$attributes({';
    const kept = attributes.filter(({ argument, name }) => argument || !DROPPED.has(name.name));
    for (const [index, { argument, name, value }] of kept.entries()) {
      const of = argument ?? value?.expression ?? value;
      const code = of ? this.rewrite(of) : 'true';
      const close = index === kept.length - 1 ? '})' : '';
      const text = `${open}${argument ? `...${code}` : `"${name.name}":${code}`},${close}`;
      if (index === 0) writer.ask(of ?? attributes[0], text);
      else writer.code(of ?? attributes[0], text);
      open = '';
    }
  }
}

/** Puts texts and code together to one expression, and keeps what it says on the lines where it stood. */
class Writer {
  #source;
  #at;
  #text = '';
  #result = '';

  constructor(source, start) {
    this.#source = source;
    this.#at = start;
  }

  /** Text that is always the same. */
  text(text) {
    this.#text += text;
  }

  /** A string that is made anew each time. */
  ask(node, code) {
    this.#say();
    this.code(node, `${this.#result.trim() === '' ? '' : '+'}${code}`);
  }

  code({ start, end }, code, to = end) {
    this.#result += this.#lines(start) + code;
    this.#at = Math.max(this.#at, to);
  }

  /** The whole; `empty` is what stands for nothing at all. */
  end(end, empty = '""') {
    this.#say();
    return (this.#result === '' ? empty : this.#result) + this.#lines(end);
  }

  #say() {
    if (this.#text === '') return;
    this.#result += `${this.#result.trim() === '' ? '' : '+'}${JSON.stringify(this.#text)}`;
    this.#text = '';
  }

  #lines(to) {
    return '\n'.repeat(this.#source.slice(this.#at, Math.max(this.#at, to)).split('\n').length - 1);
  }
}

const isJsx = (node) => node?.type === 'JSXElement' || node?.type === 'JSXFragment';

const isComponent = (node) => node.type === 'JSXElement' && !isHost(node.openingElement.name);

const nameOf = ({ openingElement: { name } }, source) => source.slice(name.start, name.end);

const isHost = (name) => name.type === 'JSXIdentifier' && /^[a-z]/.test(name.name);

const isSomething = (node) =>
  node.type === 'JSXText' ? textOf(node.value) !== '' : node.expression?.type !== 'JSXEmptyExpression';

/** Whether an element can be compiled, its own attributes and texts being what they are. */
function isSayable(node) {
  if (!isJsx(node) || !node.children.every(hasPlainText)) return false;
  if (node.type === 'JSXFragment') return true;
  const { name, attributes } = node.openingElement;
  if (name.type === 'JSXNamespacedName') return false;
  if (!attributes.every(({ value = null }) => isPlainValue(value))) return false;
  return !isHost(name) || (!DEPENDENT.has(name.name) && attributes.every((one) => isPlainAttribute(node, one)));
}

function isPlainValue(value) {
  if (value === null || value.type === 'JSXExpressionContainer') return true;
  return value.type === 'Literal' && !/[&\n\\]/.test(value.raw);
}

/** Texts with entities are left to who can read them. */
const hasPlainText = (node) => node.type !== 'JSXSpreadChild' && !(node.type === 'JSXText' && node.value.includes('&'));

function isPlainAttribute({ openingElement, children }, { argument, name }) {
  const tag = openingElement.name.name;
  if (argument) return !openingElement.attributes.some((other) => other.name?.name === 'dangerouslySetInnerHTML');
  if (name.type !== 'JSXIdentifier' || name.name === 'style') return false;
  if (name.name === 'dangerouslySetInnerHTML') return children.length === 0 && !VOID.test(tag);
  if (WRITTEN.has(name.name)) return !SVG.has(tag);
  return PLAIN_NAME.test(name.name) || KEPT.has(name.name) || DROPPED.has(name.name);
}

/** The value of an attribute that is the same for every page; undefined for any other. */
function fixedValue(value) {
  if (value === null) return true;
  const literal = value.type === 'Literal' ? value : value.expression;
  const isFixed = literal.type === 'Literal' && ['string', 'number', 'boolean'].includes(typeof literal.value);
  return isFixed ? literal.value : undefined;
}

/** As `attribute` in src/web/strings.ts says it. */
function attributeText(name, value) {
  const worded = name[4] === '-' || name === 'draggable' || name === 'spellcheck';
  if (!worded && value === false) return '';
  if ((!worded && value === true) || value === '') return ` ${name}`;
  return ` ${name}="${escapeText(String(value))}"`;
}

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A text between elements without the line breaks and indentation of the source, as JSX has it. */
function textOf(value) {
  const lines = value.replaceAll('\t', ' ').split(/\r\n|\n|\r/);
  const last = lines.length - 1;
  const trimmed = lines.map((line, index) => {
    const begun = index > 0 ? line.replace(/^ +/, '') : line;
    return index < last ? begun.replace(/ +$/, '') : begun;
  });
  return trimmed.filter((text) => text !== '').join(' ');
}

/** The nodes inside a node, in the order of the source. */
function partsOf(node) {
  const isNode = (value) => value !== null && typeof value === 'object' && typeof value.type === 'string';
  const parts = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return parts.filter(isNode).sort((a, b) => a.start - b.start);
}
