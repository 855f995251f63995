/** What an item's licence field says: a licence that allows us to adapt and pass on, with its link; or why it is not taken. */
export type Licence = { ok: true; text: string } | { ok: false; reason: string };

const FIELD = /^\s*(https?:\/\/\S+)?\s*(?:<([^<>]*)>)?\s*$/;
const COMMONS = /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;
const NAMED = /^(?:CC|Creative Commons)[ -](BY(?:-(?:NC|SA|ND))*)[ -](\d\.\d)$/i;

/**
 * Reads "https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>". Taken are the Creative Commons licences and dedications by
 * which a text may be adapted; an empty or vague field, or a licence without adaptation (ND), is not.
 */
export function readLicence(field: unknown): Licence {
  const said = typeof field === 'string' ? field.trim() : '';
  if (said === '') return { ok: false, reason: 'it has no licence' };
  const [, url = '', name = ''] = FIELD.exec(said) ?? ['', '', said];
  const [, kind = '', code = '', version = ''] = COMMONS.exec(url) ?? [];
  if (code !== '') return commons(kind.toLowerCase(), code.toLowerCase(), version);
  const [, short = '', number = ''] = url === '' ? (NAMED.exec((name || said).trim()) ?? []) : [];
  if (short !== '') return commons('licenses', short.toLowerCase(), number);
  return { ok: false, reason: `its licence is unclear: "${said.slice(0, 80)}"` };
}

function commons(kind: string, code: string, version: string): Licence {
  const link = `https://creativecommons.org/${kind}/${code}/${version}/`;
  if (kind === 'publicdomain')
    return { ok: true, text: `${code === 'zero' ? 'CC0' : 'Public domain'} ${version} (${link})` };
  if (!/^by(?:-nc)?(?:-sa)?$/.test(code)) {
    return { ok: false, reason: `its licence, CC ${code.toUpperCase()} ${version}, does not allow adaptations` };
  }
  return { ok: true, text: `CC ${code.toUpperCase()} ${version} (${link})` };
}

/** "https://openstax.org/… <OpenStax: Elementary Algebra>": name and link of where it was made, in one line. */
export function readSource(field: unknown, otherwise: string): string {
  const said = typeof field === 'string' ? field.trim() : '';
  const [, url = '', name = ''] = FIELD.exec(said) ?? [];
  const who = name.trim() || otherwise;
  return url === '' ? `${who}, by way of OATutor` : `${who}, by way of OATutor (${url.replace(/[<>"'\s]/g, '')})`;
}
