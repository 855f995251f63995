import temml from 'temml';

/** Longer than any formula of a school book; what is longer is shown as it was written. */
const LONGEST = 1000;
const KEPT = 500;
const known = new Map<string, string | null>();

/**
 * TeX as MathML without a style attribute, isolated left to right; null when it cannot be read (the caller then shows the
 * text itself). Never throws. `\href`, `\includegraphics` and the like are refused.
 */
export function texToMathml(tex: string, display: boolean): string | null {
  const key = `${display ? '$$' : '$'}${tex}`;
  let html = known.get(key);
  if (html === undefined) {
    html = render(tex, display);
    if (known.size >= KEPT) known.clear();
    known.set(key, html);
  }
  return html;
}

/** What `\label` and `\ref` make: ids that would stand in for those of the page, and links to them. */
const NAMES = / id=["']|<a[ >]/;

function render(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null;
  try {
    const options = { displayMode: display, throwOnError: true, trust: false, maxExpand: 200 };
    const mathml = temml.renderToString(tex, { ...options, maxSize: [20, 20] });
    if (NAMES.test(mathml)) return null;
    return `<bdi dir="ltr">${withoutStyles(mathml)}</bdi>`;
  } catch {
    return null;
  }
}

/** Declarations that carry meaning, as classes of rich-text.css. All others are taste, and go. */
const CLASSES: [RegExp, string][] = [
  [/^padding-left:0(em|pt)$/, 'l0'],
  [/^padding-right:0(em|pt)$/, 'r0'],
  [/^border-right:/, 'line'],
  [/^border-bottom:/, 'line-below'],
  [/^border-top:/, 'line-above'],
  [/^border:/, 'tml-box'],
];

/** The pages' policy allows no style attributes. */
function withoutStyles(mathml: string): string {
  return mathml.replace(/<(\w+)((?: [\w-]+="[^"]*")*)(\/?)>/g, (tag, name: string, attributes: string, end: string) => {
    const style = / style="([^"]*)"/.exec(attributes);
    if (!style) return tag;
    const classes = (style[1] ?? '')
      .split(';')
      .flatMap((declaration) => CLASSES.find(([pattern]) => pattern.test(declaration.replaceAll(' ', '')))?.[1] ?? []);
    const own = / class="([^"]*)"/.exec(attributes)?.[1];
    const all = [...(own ? [own] : []), ...classes].join(' ');
    const rest = attributes.replace(/ (style|class)="[^"]*"/g, '');
    return `<${name}${rest}${all ? ` class="${all}"` : ''}${end}>`;
  });
}
