import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { ConfigError, loadConfig, SETTING_NAMES } from './config.ts';

const MEMORY = { DB_FILE: ':memory:' };

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig({ ...MEMORY, ...environment });
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return 'taken';
}

test('without any setting there is a school on this machine with SQLite and the embedded tutor', () => {
  const config = loadConfig(MEMORY);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.port, 5000);
  assert.deepEqual(config.database, { kind: 'sqlite', file: ':memory:' });
  assert.equal(config.remoteModel, null);
  assert.equal(config.showSampleLogins, true);
});

test('a wrong value is refused in one line that names the variable, what was read and what is allowed', () => {
  assert.equal(refusal({ PORT: 'eighty' }), 'PORT: read "eighty"; allowed is a whole number from 0 to 65535.');
  assert.equal(refusal({ PORT: '70000' }), 'PORT: read "70000"; allowed is a whole number from 0 to 65535.');
  assert.match(refusal({ NODE_ENV: 'prod' }), /^NODE_ENV: read "prod"; allowed is development, test or production\.$/);
  assert.match(refusal({ OPENAI_BASE_URL: 'ftp://x' }), /^OPENAI_BASE_URL: read "ftp:\/\/x"; allowed is an http/);
  assert.match(refusal({ DB_NAME: 'a;drop' }), /^DB_NAME: read "a;drop"/);
  assert.doesNotMatch(refusal({ PORT: 'x' }), /\n/);
});

test('proxies are addresses, networks, or names of private networks', () => {
  const proxies = '10.0.0.1, 192.168.0.0/16, fd00::/8, loopback';
  assert.deepEqual(loadConfig({ ...MEMORY, TRUST_PROXY: proxies }).trustProxy, proxies.split(', '));
  for (const wrong of ['maybe', '10.0.0', '10.0.0.0/33', '10.0.0.1,', 'yes', '1.2.3.4/8/8']) {
    assert.equal(
      refusal({ TRUST_PROXY: wrong }),
      `TRUST_PROXY: read ${JSON.stringify(wrong)}; allowed is true, false, or the addresses of the proxies, comma-separated.`,
    );
  }
});

test('a database in a place that cannot be written to is refused in one line', () => {
  assert.match(
    refusal({ DB_FILE: 'package.json/school.sqlite' }),
    /^DB_FILE: read "package\.json\/school\.sqlite"; allowed is a file in a folder that can be written to \(\w+\)\.$/,
  );
});

test('a secret that is too short is refused without being shown', () => {
  const message = refusal({ SECRET_KEY: 'hunter2' });
  assert.match(message, /^SECRET_KEY: read 7 characters; allowed is at least 32 characters\.$/);
});

test('the password in the address of Redis is not shown', () => {
  const message = refusal({ REDIS_URL: 'http://:hunter2@redis.school.example' });
  assert.match(message, /^REDIS_URL: read \d+ characters; allowed is a redis or rediss address\.$/);
  assert.equal(loadConfig({ ...MEMORY, REDIS_URL: 'rediss://:hunter2@host:6380/2' }).redisUrl?.slice(0, 6), 'rediss');
  assert.equal(loadConfig(MEMORY).redisUrl, null);
});

test('what is to print reports must be a program that is there', () => {
  assert.match(
    refusal({ CHROMIUM_PATH: '/nowhere/chromium' }),
    /^CHROMIUM_PATH: read "\/nowhere\/chromium", which cannot be run;/,
  );
  assert.equal(loadConfig({ ...MEMORY, CHROMIUM_PATH: process.execPath }).chromiumPath, process.execPath);
  assert.equal(loadConfig(MEMORY).chromiumPath, null);
});

test('production does not start without a secret of its own and never names sample logins', () => {
  assert.match(refusal({ NODE_ENV: 'production' }), /^SECRET_KEY: read nothing/);
  const config = loadConfig({ ...MEMORY, NODE_ENV: 'production', SECRET_KEY: 'x'.repeat(32) });
  assert.equal(config.showSampleLogins, false);
  assert.equal(config.production, true);
});

test('a server that others can reach never names sample logins', () => {
  assert.equal(loadConfig({ ...MEMORY, HOST: '0.0.0.0' }).showSampleLogins, false);
  assert.equal(loadConfig({ ...MEMORY, HOST: 'localhost' }).showSampleLogins, true);
});

test('DB_HOST turns to MySQL', () => {
  const { database } = loadConfig({ ...MEMORY, DB_HOST: 'db', DB_USER: 'u', DB_PASSWORD: 'p', DB_NAME: 'n' });
  assert.deepEqual(database, {
    kind: 'mysql',
    host: 'db',
    port: 3306,
    user: 'u',
    password: 'p',
    database: 'n',
    pool: 10,
  });
});

test('.env.example lists every setting and no other, each with its default', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  assert.deepEqual(Object.keys(example).sort(), [...SETTING_NAMES].sort());
  const config = loadConfig({ ...example, ...MEMORY });
  assert.deepEqual({ ...config, secretKey: '' }, { ...loadConfig(MEMORY), secretKey: '' });
});

test('a folder that cannot be made stops the start with one line, whatever the file system', () => {
  assert.throws(
    () => loadConfig({ DB_FILE: '/proc/nowhere/school.sqlite', SECRET_KEY: 'a'.repeat(32) }),
    /DB_FILE: read .* allowed is a file in a folder/,
  );
  assert.throws(
    () => loadConfig({ DB_FILE: '/dev/null/school.sqlite' }),
    /DB_FILE: read .* allowed is a file in a folder/,
  );
});
