import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A setting that is wrong: the message is the one line that the start prints. */
export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65_535);
const count = (most: number) => z.coerce.number().int().min(1).max(most);
const url = (protocols: string) =>
  z.string().refine((text) => URL.canParse(text) && new RegExp(`^(${protocols}):$`).test(new URL(text).protocol));

const listOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** An address, a network (10.0.0.0/8), or a name that stands for private networks. */
function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true;
  const widest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const right = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
  return widest > 0 && right && more.length === 0;
}

/** name → [what is allowed, in words; the schema]. The only list of settings; `.env.example` is held against it by a test. */
const SETTINGS = {
  NODE_ENV: ['development, test or production', z.enum(['development', 'test', 'production']).optional()],
  HOST: ['a host name or address', z.string().min(1).default('127.0.0.1')],
  PORT: ['a whole number from 0 to 65535', port.default(5000)],
  LOG_LEVEL: [
    'fatal, error, warn, info, debug, trace or silent',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ],
  TRUST_PROXY: [
    'true, false, or the addresses of the proxies, comma-separated',
    z
      .string()
      .refine((text) => text === 'true' || text === 'false' || listOf(text).every(isProxy))
      .default('false'),
  ],
  SECRET_KEY: ['at least 32 characters', z.string().min(32).optional()],
  DB_FILE: ['the path of a file', z.string().min(1).default('data/allamda.sqlite')],
  ERASURE_LEDGER: ['the path of a file', z.string().min(1).optional()],
  BACKUP_DIR: ['the path of a folder', z.string().min(1).optional()],
  BACKUP_EVERY: [
    'hours or days, from 1h to 30d',
    z
      .string()
      .regex(/^[1-9]\d{0,2}h$|^([1-9]|[12]\d|30)d$/)
      .default('1d'),
  ],
  DB_HOST: ['a host name or address', z.string().min(1).optional()],
  DB_PORT: ['a whole number from 0 to 65535', port.default(3306)],
  DB_USER: ['the name of a database user', z.string().min(1).default('root')],
  DB_PASSWORD: ['the password of that user', z.string().default('')],
  DB_NAME: [
    'letters, digits and _',
    z
      .string()
      .regex(/^\w{1,64}$/)
      .default('allamda'),
  ],
  DB_POOL: ['a whole number from 1 to 1000', count(1000).default(10)],
  DB_SSL_CA: ['the path of a PEM file', z.string().min(1).optional()],
  REDIS_URL: ['a redis or rediss address', url('rediss?').optional()],
  PUBLIC_URL: ['an http or https address', url('https?').optional()],
  SMTP_URL: ['an smtp or smtps address', url('smtps?').optional()],
  MAIL_FROM: [
    'an e-mail address, or a name and an address in angle brackets',
    z
      .string()
      .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .optional(),
  ],
  CHROMIUM_PATH: ['the path of a program', z.string().min(1).optional()],
  OPENAI_API_KEY: ['a key of the provider', z.string().min(1).optional()],
  OPENAI_BASE_URL: ['an http or https address', url('https?').optional()],
  OPENAI_MODEL: ['the name of a model', z.string().min(1).optional()],
  OPENAI_EVALUATOR_MODEL: ['the name of a model', z.string().min(1).optional()],
  OPENAI_MODERATION_MODEL: ['the name of a moderation model', z.string().min(1).optional()],
  OPENAI_RPM: ['a whole number from 1 to 1000000', count(1_000_000).optional()],
} satisfies Record<string, [string, z.ZodType]>;

type Name = keyof typeof SETTINGS;
type Values = { [N in Name]: z.infer<(typeof SETTINGS)[N][1]> };
export const SETTING_NAMES = Object.keys(SETTINGS) as Name[];

/** Names that hold secrets: their values are never printed. */
const SECRET = /KEY|PASSWORD|REDIS|SMTP/;

function readSettings(environment: Record<string, string | undefined>): Values {
  const values: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const [allowed, schema] = SETTINGS[name];
    const raw = environment[name];
    const parsed = schema.safeParse(raw === '' ? undefined : raw);
    if (!parsed.success) {
      const read = SECRET.test(name) ? `${raw?.length ?? 0} characters` : JSON.stringify(raw);
      throw new ConfigError(`${name}: read ${read}; allowed is ${allowed}.`);
    }
    values[name] = parsed.data;
  }
  return values as Values;
}

/** A secret for signing, made once and kept beside the database, so that a restart logs nobody out. */
function keptSecret(file: string): string {
  if (file === ':memory:') return randomBytes(32).toString('base64url');
  const path = join(dirname(file), 'secret.key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return makeSecret(path, file);
  }
}

function makeSecret(path: string, file: string): string {
  const secret = randomBytes(32).toString('base64url');
  inFolderOf(file, () => writeFileSync(path, `${secret}\n`, { mode: 0o600 }));
  return secret;
}

/** Makes the folder of the database where it is not there yet, and does something in it. */
function inFolderOf(file: string, work: () => void): void {
  try {
    makeFolder(dirname(file));
    work();
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const read = JSON.stringify(file);
    throw new ConfigError(`DB_FILE: read ${read}; allowed is a file in a folder that can be written to (${why}).`);
  }
}

/** One by one from above: `mkdir` with `recursive` never ends where a file system takes no folders, as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Where backups are written, and how often, in ms; null: by the command alone. */
function backups(values: Values): { folder: string; every: number } | null {
  if (values.BACKUP_DIR === undefined) return null;
  const hours = Number.parseInt(values.BACKUP_EVERY, 10) * (values.BACKUP_EVERY.endsWith('d') ? 24 : 1);
  return { folder: values.BACKUP_DIR, every: hours * 3_600_000 };
}

/** Beside the database, outside of it and its backups; a database in memory has no such place. */
function erasureLedger(values: Values): string | null {
  if (values.ERASURE_LEDGER !== undefined) return values.ERASURE_LEDGER;
  return values.DB_FILE === ':memory:' ? null : join(dirname(values.DB_FILE), 'erasures.ledger');
}

function secretKey(values: Values): string {
  if (values.SECRET_KEY !== undefined) return values.SECRET_KEY;
  if (values.NODE_ENV === 'production') {
    throw new ConfigError('SECRET_KEY: read nothing; allowed is at least 32 characters, and production needs it.');
  }
  return keptSecret(values.DB_FILE);
}

function database(values: Values) {
  if (values.DB_HOST === undefined) {
    if (values.DB_FILE !== ':memory:') inFolderOf(values.DB_FILE, () => {});
    return { kind: 'sqlite' as const, file: values.DB_FILE };
  }
  return {
    kind: 'mysql' as const,
    host: values.DB_HOST,
    port: values.DB_PORT,
    user: values.DB_USER,
    password: values.DB_PASSWORD,
    database: values.DB_NAME,
    pool: values.DB_POOL,
    ...(values.DB_SSL_CA === undefined ? {} : { sslCa: readPem(values.DB_SSL_CA) }),
  };
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(
      `DB_SSL_CA: read ${JSON.stringify(path)}, which cannot be opened; allowed is the path of a PEM file.`,
    );
  }
}

function chromiumPath({ CHROMIUM_PATH: path }: Values): string | null {
  if (path === undefined) return null;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new ConfigError(
      `CHROMIUM_PATH: read ${JSON.stringify(path)}, which cannot be run; allowed is the path of Chromium or Chrome.`,
    );
  }
  return path;
}

/** A remote model is configured by a key, or by the address of a compatible server that needs none. */
function remoteModel(values: Values) {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = values;
  if (apiKey === undefined && baseUrl === undefined) return null;
  const model = values.OPENAI_MODEL ?? 'gpt-4o-mini';
  // OpenAI has one for every key; of another server nobody knows.
  const moderationModel =
    values.OPENAI_MODERATION_MODEL ?? (baseUrl === undefined ? 'omni-moderation-latest' : undefined);
  return {
    provider: baseUrl === undefined ? ('openai' as const) : ('compatible' as const),
    apiKey: apiKey ?? 'none',
    baseUrl: baseUrl ?? null,
    model,
    evaluatorModel: values.OPENAI_EVALUATOR_MODEL ?? model,
    requestsPerMinute: values.OPENAI_RPM ?? null,
    ...(moderationModel === undefined ? {} : { moderationModel }),
  };
}

/** Letters go out only where there is a mail server. */
function mail(values: Values) {
  const { SMTP_URL: smtp } = values;
  if (smtp === undefined) return null;
  const { hostname } = new URL(smtp);
  const domain = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : 'localhost';
  return { url: smtp, from: values.MAIL_FROM ?? `λllamda <allamda@${domain}>` };
}

/** How people reach the school from elsewhere: what links in letters begin with. */
function publicUrl(values: Values): string {
  if (values.PUBLIC_URL !== undefined) return values.PUBLIC_URL.replace(/\/+$/, '');
  const host = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  return `http://${values.HOST === '127.0.0.1' ? 'localhost' : host}:${values.PORT}`;
}

function trustProxy(text: string): boolean | string[] {
  if (text === 'true' || text === 'false') return text === 'true';
  return listOf(text);
}

/**
 * Reads the settings: the environment first, then `.env` in the working folder. Throws ConfigError with one line that names the
 * variable, what was read and what is allowed.
 */
export function loadConfig(environment: Record<string, string | undefined> = withDotEnv(process.env)) {
  const values = readSettings(environment);
  const loopback = /^(127\.|localhost$|::1$|\[::1\]$)/.test(values.HOST);
  return {
    production: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    trustProxy: trustProxy(values.TRUST_PROXY),
    secretKey: secretKey(values),
    database: database(values),
    /** Whom nothing may bring back; null: the database is in memory. */
    erasureLedger: erasureLedger(values),
    /** Carries what is shown live between the processes of one school; null: this one is alone. */
    redisUrl: values.REDIS_URL ?? null,
    backups: backups(values),
    /** What reports are made PDF with; null: they are printed from the browser. */
    chromiumPath: chromiumPath(values),
    remoteModel: remoteModel(values),
    /** The mail server; null: nothing is sent by e-mail. */
    mail: mail(values),
    publicUrl: publicUrl(values),
    /** Sample logins are named on the login page only here: on this machine, outside production. */
    showSampleLogins: loopback && values.NODE_ENV !== 'production',
  };
}

export type Config = ReturnType<typeof loadConfig>;

function withDotEnv(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...environment };
  } catch {
    return environment;
  }
}
