import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseModel, type ModelSetting, type NamedModel } from './choose-model.ts';

const SETTING: ModelSetting = { name: 'setting', provider: 'openai', baseUrl: null };
const HOSTED: ModelSetting = { name: 'setting', provider: 'compatible', baseUrl: 'http://here/v1' };
const model = (name: string, more: Partial<NamedModel> = {}): NamedModel => ({
  name,
  provider: 'openai',
  baseUrl: null,
  status: 'operational',
  ...more,
});
const own = model('own');
const ofSubject = model('subject');
const embedded = model('tutor', { provider: 'embedded' });
const there = model('there', { provider: 'compatible', baseUrl: 'http://there/v1' });
const here = model('here', { provider: 'compatible', baseUrl: 'http://here/v1' });

const CASES: [
  what: string,
  own: NamedModel | null,
  ofSubject: NamedModel | null,
  ModelSetting | null,
  string | null,
][] = [
  ["the agent's own goes first", own, ofSubject, SETTING, 'own'],
  ["then the subject's", null, ofSubject, SETTING, 'subject'],
  ['then the setting', null, null, SETTING, 'setting'],
  ['without a connection nothing is chosen', own, ofSubject, null, null],
  ['a disabled model is passed over', model('own', { status: 'disabled' }), ofSubject, SETTING, 'subject'],
  ['a deprecated one too', model('own', { status: 'deprecated' }), null, SETTING, 'setting'],
  ['one in development too', null, model('subject', { status: 'development' }), SETTING, 'setting'],
  ['one that is tried out too', model('own', { status: 'testing' }), ofSubject, SETTING, 'subject'],
  ['the embedded tutor may be chosen for an agent', embedded, ofSubject, SETTING, null],
  ['and for a subject', null, embedded, SETTING, null],
  [
    'but not while it is disabled',
    model('tutor', { provider: 'embedded', status: 'disabled' }),
    null,
    SETTING,
    'setting',
  ],
  ['a model of another provider is not reached', there, ofSubject, SETTING, 'subject'],
  ['nor one at another address', there, null, HOSTED, 'setting'],
  ['one at the address of the connection is', here, null, HOSTED, 'here'],
  ['one without an address is where the connection is', model('own', { provider: 'compatible' }), null, HOSTED, 'own'],
];

for (const [what, first, second, setting, expected] of CASES) {
  test(`which model: ${what}`, () => {
    assert.equal(chooseModel({ own: first, ofSubject: second }, setting), expected);
  });
}
