import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { describe } from './describe-error.ts';

const request = { params: {} } as FastifyRequest;

function thrownBy(work: () => void): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown.');
}

function table(t: TestContext): DatabaseSync {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-full-'));
  const db = new DatabaseSync(join(folder, 'a.sqlite'));
  t.after(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  db.exec('create table said (words text not null)');
  return db;
}

test('a full disk is a matter of waiting, and the pupil is told that nothing is lost', (t) => {
  const db = table(t);
  db.exec('pragma max_page_count = 2');
  const error = thrownBy(() => {
    for (let lines = 0; lines < 1000; lines += 1) db.prepare('insert into said values (?)').run('x'.repeat(3000));
  });
  assert.match(error.message, /full/);
  const { status, body } = describe(error, request);
  assert.deepEqual([status, body.error.code], [503, 'unavailable']);
  assert.match(body.error.message, /Nothing that was saved is lost/);
});

test('a database that cannot be written to is unavailable; a wrong query is our own fault', (t) => {
  const db = table(t);
  assert.equal(
    describe(
      thrownBy(() => db.exec('insert into said values (null)')),
      request,
    ).status,
    500,
  );
  db.exec('pragma query_only = on');
  assert.equal(
    describe(
      thrownBy(() => db.exec("insert into said values ('a')")),
      request,
    ).status,
    503,
  );
});

test('what a database server answers when it is away or worn out is unavailable', () => {
  for (const code of ['ECONNREFUSED', 'PROTOCOL_CONNECTION_LOST', 'ER_LOCK_WAIT_TIMEOUT', 'ER_RECORD_FILE_FULL']) {
    assert.equal(describe(Object.assign(new Error('x'), { code }), request).status, 503, code);
  }
  assert.equal(describe(new Error('Queue limit reached.'), request).status, 503);
  for (const code of ['ER_BAD_FIELD_ERROR', 'ER_DUP_ENTRY', 'ENOENT']) {
    assert.equal(describe(Object.assign(new Error('x'), { code }), request).status, 500, code);
  }
});
