import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attribute, childOf, childrenOf, MarkupRefused, textOf, wordsOf } from './markup.ts';
import { parseXml, XML_LIMITS, type XmlLimits } from './parse-xml.ts';

const xml = (text: string, limits?: XmlLimits) => parseXml(new TextEncoder().encode(text), limits);
const refused = (text: string | Uint8Array, message: RegExp, limits?: XmlLimits) =>
  assert.throws(
    () => (typeof text === 'string' ? xml(text, limits) : parseXml(text, limits)),
    (error: unknown) => error instanceof MarkupRefused && message.test(error.message),
    String(text).slice(0, 200),
  );

test('elements, attributes, text, CDATA and references are read; comments and instructions are not', () => {
  const root = xml(
    '<?xml version="1.0"?><!-- c --><a x="1 &lt; 2"><b>one</b><?pi?><![CDATA[<raw> & ]]>&#233;&amp;<b/></a>',
  );
  assert.equal(root.name, 'a');
  assert.equal(attribute(root, 'x'), '1 < 2');
  assert.deepEqual(childrenOf(root, 'b').map(textOf), ['one', '']);
  assert.equal(textOf(root), 'one<raw> & é&');
});

test('names are local ones, whatever their prefix', () => {
  const root = xml('<q:item xmlns:q="urn:q" xmlns="urn:d" xml:lang="en" q:b="2"><m:math xmlns:m="urn:m"/></q:item>');
  assert.equal(root.name, 'item');
  assert.ok(childOf(root, 'math'));
  assert.equal(attribute(root, 'xml:lang'), 'en');
});

test('an attribute may be called like something of every object', () => {
  const root = xml('<a __proto__="x" constructor="y"/>');
  assert.deepEqual(
    [...root.attributes],
    [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ],
  );
});

test('a declaration that exporters write wrong is no reason to refuse what comes after it', () => {
  assert.equal(xml('\n<?xml version="1.0"encoding="UTF-8"?><a/>').name, 'a');
});

test('encodings: by the byte order mark, by the declaration, else UTF-8', () => {
  const utf16 = (bytes: Buffer) => parseXml(bytes);
  const little = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>שלום</a>', 'utf16le');
  assert.equal(wordsOf(utf16(little)), 'שלום');
  assert.equal(wordsOf(utf16(Buffer.from(little).swap16())), 'שלום');
  assert.equal(wordsOf(utf16(little.subarray(2))), 'שלום');
  assert.equal(wordsOf(xml('\ufeff<a>é</a>')), 'é');
  assert.equal(wordsOf(parseXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é°</a>', 'latin1'))), 'é°');
  assert.equal(
    wordsOf(
      parseXml(
        Buffer.from([...Buffer.from('<?xml version="1.0" encoding="windows-1255"?><a>'), 0xf9, ...Buffer.from('</a>')]),
      ),
    ),
    'ש',
  );
  assert.equal(wordsOf(xml('<?xml version="1.0" encoding="ISO-8859-1"?><a>PI\u00a0é</a>')), 'PI é');
});

test('bytes that are not what they say are refused, and so is an encoding that nobody knows', () => {
  refused(Buffer.from('<a>é</a>', 'latin1'), /says that it is UTF-8 and has bytes that are not/);
  refused('<?xml version="1.0" encoding="klingon"?><a/>', /"klingon", an encoding that is not known/);
  refused('<?xml version="1.0" encoding="UTF-16"?><a/>', /says that it is UTF-16 and is not/);
});

test('what is no well-formed XML is refused with the place', () => {
  refused('<a>\n<b></a>', /is damaged at line 2, column \d+: unexpected close tag/);
  refused('<a', /is damaged/);
  refused('', /is damaged|is empty/);
  refused('plain text', /is damaged|is empty/);
  refused('<a>&nbsp;</a>', /is damaged/);
  refused('<a/><b/>', /is damaged/);
  refused('<a x="1" x="2"/>', /is damaged/);
  refused('<m:a/>', /is damaged/);
});

const BOMB = `<!DOCTYPE a [<!ENTITY x "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY x${n} "&x${n - 1};&x${n - 1};">`).join('')}]><a>&x29;</a>`;
for (const [title, text] of Object.entries({
  'a billion laughs': BOMB,
  'a file of this machine': '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
  'a page of the web': '<!DOCTYPE a [<!ENTITY f PUBLIC "x" "http://example.org/x">]><a/>',
  'a parameter entity': '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]><a/>',
  'a parameter alone': '<!DOCTYPE a [%p;]><a/>',
})) {
  test(`refused by name: an entity that stands for ${title}`, () => refused(text, /declares entities of its own/));
}

test('a document type without entities harms nobody', () => {
  const text = '<!DOCTYPE a SYSTEM "x.dtd" [<!-- c --><!ELEMENT b (c+)><!ATTLIST b d (Yes|No) \'No\'>]><a/>';
  assert.equal(xml(text).name, 'a');
});

test('what is too large, too deep or too much is refused', () => {
  refused('<a>'.repeat(1000), /nested more than 100 deep/);
  refused(`<a>${'<b/>'.repeat(40)}</a>`, /more than 20 parts/, { ...XML_LIMITS, nodes: 20 });
  refused(`<a b="${'x'.repeat(200_000)}"/>`, /an attribute of 200000 characters; allowed are 100000/);
  refused('<a/>'.padEnd(60), /larger than 0 MB/, { ...XML_LIMITS, bytes: 50 });
});

test('whatever is changed in a document, it is read or refused, in little time', () => {
  const text = '<?xml version="1.0"?><!DOCTYPE a><a x="1"><b>&lt;<![CDATA[c]]></b><d:e xmlns:d="u">f</d:e></a>';
  const pieces = fc.constantFrom(
    '<',
    '>',
    '&',
    '&#x0;',
    ']]>',
    '<![CDATA[',
    '<!ENTITY',
    '<!--',
    '"',
    '\u0000',
    '<a>',
    '</a>',
    '&x;',
  );
  const change = fc.tuple(fc.nat(text.length), fc.nat(6), fc.oneof(pieces, fc.string({ maxLength: 4 })));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const changed = changes.reduce(
        (all, [at, length, piece]) => all.slice(0, at) + piece + all.slice(at + length),
        text,
      );
      try {
        xml(changed);
      } catch (error) {
        assert.ok(error instanceof MarkupRefused, String(error));
      }
    }),
    { numRuns: 1000 },
  );
});
