import { Fragment, h, isValidElement, type VNode } from 'preact';
import { jsx, jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

/** How Preact renders markup that is ready. */
function Ready(props: object): VNode {
  return jsxTemplate(['html' in props ? String(props.html) : '']);
}

/**
 * Markup that is ready: an element like any other to Preact, so that both ways of rendering can hold each other's results, but
 * without the dozen fields of one: a page makes hundreds.
 */
class Markup {
  declare readonly type: typeof Ready;
  declare readonly key: null;
  declare readonly children: undefined;
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  get props(): this {
    return this;
  }
}

// By its constructor Preact tells an element from whatever else it is handed.
Object.assign(Markup.prototype, { type: Ready, key: null, constructor: h(Ready, {}).constructor });

export function markup(html: string): VNode {
  return new Markup(html);
}

/**
 * What a component makes of its properties, or an element whose tag is chosen where it is used. Components of pages are plain
 * functions: they keep no state and use no hooks.
 */
export function component<Props extends object>(type: string | ((props: Props) => unknown), props: Props): VNode {
  if (typeof type === 'string') return jsx(type, props);
  const made = type(props);
  return made instanceof Markup ? made : markup(child(made));
}

/** An attribute with the space before it; nothing where it is absent. */
export function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return value === '' ? ` ${name}` : ` ${name}="${escapeMarkup(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (value === null || value === undefined || typeof value === 'function') return '';
  if (typeof value === 'boolean' && !isWorded(name)) return value ? ` ${name}` : '';
  return ` ${name}="${escapeMarkup(String(value))}"`;
}

/** Whether it says "true" and "false" in words. */
function isWorded(name: string): boolean {
  return name[4] === '-' || name === 'draggable' || name === 'spellcheck';
}

/** The names that Preact writes in its own way. */
const WRITTEN: Record<string, string> = { tabIndex: 'tabindex', maxLength: 'maxlength' };

/** The attributes of an element that takes some of them from an object. */
export function attributes(of: Record<string, unknown>): string {
  let text = '';
  for (const name in of) {
    if (name !== 'key' && name !== 'ref' && name !== 'children') text += attribute(WRITTEN[name] ?? name, of[name]);
  }
  return text;
}

/** What stands inside an element, as markup. */
export function child(value: unknown): string {
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) {
    let text = '';
    for (const one of value) text += child(one);
    return text;
  }
  return isValidElement(value) ? element(value) : '';
}

function element(node: VNode): string {
  const { type, props } = node;
  if (type === Fragment) return 'tpl' in props ? renderToString(node) : child(props.children);
  return typeof type === 'function' ? child((type as (props: object) => unknown)(props)) : renderToString(node);
}

/** What an element holds that sets its own markup. */
export function inner(own: { __html: string }): string {
  return own.__html;
}

const SPECIAL = /["&<]/;

function escapeMarkup(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
