// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { transformSync } from 'rolldown/utils';
import { startTestApp } from '../../test/support/app.ts';
import { Client } from '../../test/support/client.ts';
import { makeRegion } from '../../test/support/region.ts';
import { activeSession } from '../../test/support/study.ts';
import { withStrings } from '../../tools/jsx-strings.mjs';
import { DatabaseManager } from '../data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../data/sample/people/named-people.ts';
import * as strings from './strings.ts';

interface Shown {
  path: string;
  html: string;
}

type View = (props: Record<string, unknown>) => VNode;

/** What a view says when Preact renders it, and when it was compiled to strings: its source, told by `View`. */
function bothWays(source: string): { plain: View; compiled: View; code: string } {
  const file = 'view.tsx';
  const text = `const View = ${source};`;
  const code = withStrings(file, text, 'strings') ?? assert.fail(`nothing was compiled of ${source}`);
  assert.equal(code.split('\n').length, text.split('\n').length, 'lines keep their numbers');
  return { plain: evaluate(text), compiled: evaluate(code), code };
}

function evaluate(text: string): View {
  const jsx = { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } as const;
  const { code, errors } = transformSync('view.tsx', text, { lang: 'tsx', jsx });
  assert.deepEqual(errors, []);
  const body = code.replace(/^import \{(.*?)\} from "strings";/s, (_all, names: string) => {
    return `const {${names.replaceAll(' as ', ': ')}} = strings;`;
  });
  return new Function('h', 'Fragment', 'strings', `${body}\nreturn View;`)(h, Fragment, strings);
}

function assertSame(source: string, props: Record<string, unknown> = {}): void {
  const { plain, compiled } = bothWays(source);
  const right = renderToString(h(plain, props));
  assert.equal(strings.child(h(compiled, props)), right, source);
  assert.equal(renderToString(h(compiled, props)), right, `${source}, rendered by Preact`);
}

const ELEMENTS = [
  '() => <p>Hello</p>',
  '() => <p class="a" hidden translate={false} data-x aria-hidden="true">a</p>',
  '() => <p class="" title={""} data-n={1} aria-busy={false} draggable={false}>"quoted" {"<b>"}</p>',
  '() => <div>\n  one\n  two <b>three</b>\n  {"four"} five\n</div>',
  '() => <div> a <i/> </div>',
  '() => <><br/><hr class="x"/>{/* nothing */}</>',
  '() => <div><p>caf\u00e9 &nbsp; tea &amp; more<i>x</i></p><b title="a &amp; b">&lt;</b></div>',
  '() => <div><select><option value="1" selected>one</option></select><textarea name="t">{"<x>"}</textarea></div>',
  '() => <div><textarea value="v"/><select value="2"><option value="1">1</option><option value="2">2</option></select></div>',
  '() => <input type="text" maxLength={3} tabIndex={-1} value={"a"} checked={true} disabled={false}/>',
  '() => <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M0 0" stroke-width={2}/><text x={1.5}>t</text></svg>',
  '() => <ul>{[1, 2].map((n) => <li key={n}>{n}</li>)}</ul>',
  '() => <ul>{[["<a>"], [null, [<i key="i">x</i>]]]}</ul>',
  '() => <div dangerouslySetInnerHTML={{ __html: "<b>bold</b>" }}/>',
  '() => <div dangerouslySetInnerHTML={{ __html: "" }} class="x"/>',
  '() => { const Title = "h1"; return <div><Title class="t">a {1}</Title></div>; }',
  '() => { const Say = ({ children, of }) => <b title={of}>{children}</b>; return <Say of="x">a<i>b</i>{"<"}</Say>; }',
  '() => { const None = () => null; return <div>{<None/> ? "there" : "not there"}<None/></div>; }',
  '() => { const Text = () => "<a>"; const List = () => [<Text key="t"/>, "b"]; return <p><Text/><List/></p>; }',
  '() => { const One = ({ children }) => <i>{typeof children}</i>; return <p><One>a</One><One>{1}</One><One/></p>; }',
  '({ a }) => <p onClick={() => a} class={undefined}>{() => a}{a === 1 && "x"}{true}{false}{0}</p>',
];

for (const source of ELEMENTS) {
  test(`compiled and plain say the same: ${JSON.stringify(source)}`, () => assertSame(source));
}

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ' ', '\n', 'λ', '&lt;') }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, ''),
);

test('whatever is handed to a page is said and escaped as Preact says and escapes it', () => {
  const sources = [
    '({ v }) => <p title={v} aria-label={v} hidden={v} data-v={v} class={v}>{v}</p>',
    '({ v }) => <p>a{[v, [v]]}b<i>{v}</i></p>',
    '({ v }) => <p title="first" {...{ title: v, lang: v }} dir="auto">{v}</p>',
    '({ v }) => <p {...{ hidden: v, key: 1, tabIndex: v }} {...{ title: "last" }}/>',
    '({ v }) => { const In = ({ of, children }) => <b title={of}>{children}{of}</b>; return <In of={v} {...{ x: v }}>{v}</In>; }',
  ].map((source) => bothWays(source));
  fc.assert(
    fc.property(value, (v) => {
      for (const { plain, compiled } of sources)
        assert.equal(strings.child(h(compiled, { v })), renderToString(h(plain, { v })));
    }),
  );
});

test('an object that is no element says nothing, whatever it makes of itself as text', () => {
  const { compiled } = bothWays('({ v }) => <p>{v}</p>');
  const sly = { toString: () => '<script>', props: { html: '<script>' }, html: '<script>' };
  assert.equal(strings.child(h(compiled, { v: sly })), '<p></p>');
  assert.equal(strings.child(h(compiled, { v: JSON.parse('{"type":"p","props":{"html":"<script>"}}') })), '<p></p>');
});

/** A small school in which a pupil talks with a teacher, in files for so many programs. */
async function schoolInFiles(t: TestContext, count: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-strings-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'school.sqlite');
  const prepared = process.env.ALLAMDA_TEST_REGION;
  if (prepared) copyFileSync(prepared, file);
  else await makeRegion({ kind: 'sqlite', file });
  const db = new DatabaseManager({ kind: 'sqlite', file });
  const app = await startTestApp(t, db);
  const noa = new Client(app);
  await noa.send('/api/v1/auth/login', {
    method: 'POST',
    body: SAMPLE_LOGINS.find(({ username }) => username === 'noa'),
  });
  const [course] = [...(await noa.get('/courses')).text.matchAll(/\/courses\/(\d+)/g)].map(([, id]) => Number(id));
  const session = `/api/v1/study-sessions/home/${await activeSession(noa, course ?? 0)}`;
  await noa.post(`${session}/messages`, { clientId: 'a', content: 'A hint, <b>please</b> & thank you' });
  await noa.send(`${session}/stream`, { headers: { accept: 'text/event-stream' } });
  await db.close();
  const copies = Array.from({ length: count }, (_, number) => `${file}.${number}`);
  for (const copy of copies) copyFileSync(file, copy);
  return copies;
}

test('every page of every role is the same to the last character, compiled or rendered by Preact', async (t) => {
  const files = await schoolInFiles(t, 2);
  const { PLAIN_JSX: _plain, ...env } = process.env;
  const now = String(Date.now());
  const visit = async (file: string | undefined, more: Record<string, string>): Promise<Shown[]> => {
    const args = ['--import', './tools/tsx.mjs', 'test/support/all-as-text.ts', file ?? '', now];
    const options = { env: { ...env, ...more }, maxBuffer: 64 * 1024 * 1024 };
    return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
  };
  const [compiled, plain] = await Promise.all([visit(files[0], {}), visit(files[1], { PLAIN_JSX: '1' })]);
  assert.deepEqual(
    compiled.map(({ path }) => path),
    plain.map(({ path }) => path),
  );
  assert.ok(compiled.length > 60, `${compiled.length} pages`);
  for (const [index, { path, html }] of compiled.entries()) assert.equal(html, plain[index]?.html, path);
});
