import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cookieNamed, SignedCookie } from './signed-cookie.ts';

test('what was sealed is opened again, and nothing else is', () => {
  const ours = new SignedCookie('a secret');
  const sealed = ours.seal('an-id');
  assert.equal(ours.open(sealed), 'an-id');
  for (const forged of ['an-id', 'an-id.', '.', '', `b${sealed}`, sealed.slice(0, -1), `${sealed}.x`]) {
    assert.equal(ours.open(forged), null, forged);
  }
  assert.equal(ours.open(null), null);
  assert.equal(new SignedCookie('another secret').open(sealed), null);
});

test('no text that somebody makes up is opened', () => {
  const ours = new SignedCookie('a secret');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ours.open(text) === null));
});

test('a cookie is found among others by its whole name', () => {
  assert.equal(cookieNamed('allamda', 'allamda=a.b'), 'a.b');
  assert.equal(cookieNamed('allamda', 'theme=dark; allamda=a.b; x=1'), 'a.b');
  assert.equal(cookieNamed('allamda', '__Host-allamda=c.d; allamda2=e'), null);
  assert.equal(cookieNamed('allamda', 'x=allamda'), null);
  assert.equal(cookieNamed('allamda', undefined), null);
  assert.equal(cookieNamed('allamda', 'allamda'), null);
});
