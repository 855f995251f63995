import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLicence, readSource } from './licence.ts';

test('a Creative Commons licence is kept with name and link', () => {
  const kept = { ok: true, text: 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)' };
  assert.deepEqual(readLicence('https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>'), kept);
  assert.deepEqual(readLicence('https://creativecommons.org/licenses/by/4.0/'), kept);
  assert.deepEqual(readLicence('CC BY 4.0'), kept);
  const shared = 'CC BY-NC-SA 4.0 (https://creativecommons.org/licenses/by-nc-sa/4.0/)';
  assert.deepEqual(readLicence('https://creativecommons.org/licenses/by-nc-sa/4.0/'), { ok: true, text: shared });
});

test('without a licence, or with a vague one, an item is not taken', () => {
  for (const field of ['', '   ', undefined, null, 0]) {
    assert.deepEqual(readLicence(field), { ok: false, reason: 'it has no licence' });
  }
  for (const field of ['OpenStax', 'https://openstax.org <OpenStax>', 'CC', 'https://example.org/ <CC BY 4.0>']) {
    const read = readLicence(field);
    assert.ok(!read.ok && read.reason.startsWith('its licence is unclear'), field);
  }
});

test('a licence that forbids adaptations is respected', () => {
  const read = readLicence('https://creativecommons.org/licenses/by-nd/4.0/');
  assert.ok(!read.ok && read.reason.includes('does not allow adaptations'));
});

test('the source is named with its link', () => {
  assert.equal(readSource('https://example.org/b <A Book>', 'x'), 'A Book, by way of OATutor (https://example.org/b)');
  assert.equal(readSource('', 'OpenStax: Algebra'), 'OpenStax: Algebra, by way of OATutor');
});
