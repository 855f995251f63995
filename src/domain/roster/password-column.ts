import { foldWord } from './fold-word.ts';
import type { RosterProblems } from './problem.ts';
import type { Table } from './table.ts';

const INSTEAD =
  'passwords are never read from a file. Take the column out; after the import everybody gets a one-time link or a card, on which they choose their own.';

const words = (text: string) => text.split(',').map(foldWord);

/** The word for it, in the languages that registers are kept in; it may stand anywhere in a header. */
const PASSWORD = [
  ...words('password, passwd, passphrase, passcode, pin code, pwd, סיסמה, סיסמא, סיסמת, קוד סודי, קוד גישה'),
  ...words('كلمة السر, كلمة المرور, كلمة سر, كلمة مرور, الرقم السري, رمز الدخول, пароль, паролі, የይለፍ ቃል'),
  ...words('passwort, kennwort, mot de passe, contraseña, palavra-passe, senha, parola, wachtwoord, hasło, haslo'),
  ...words('lösenord, adgangskode, şifre, 密码, 密碼, 口令, パスワード, 暗証番号, 비밀번호, 암호'),
];
/** Too short, or a part of too many words, to be looked for inside of others. */
const ALONE = new Set(words('pass, pw, pin, mdp, secret, login secret, initial pw, user pw, first pw'));

/** Headers under which somebody keeps passwords, whatever their case, spaces and marks. */
export function isPasswordHeader(title: string): boolean {
  const word = foldWord(title);
  return ALONE.has(word) || PASSWORD.some((one) => word.includes(one));
}

/**
 * Refuses a table with a column of passwords, by its name, and repeats none of them. `unlessEmpty`: the format demands the column,
 * so it may stand there with nothing in it.
 */
export function refusePasswords(
  table: Table,
  { unlessEmpty }: { unlessEmpty: boolean },
  problems: RosterProblems,
): void {
  for (const [index, column] of table.header.entries()) {
    if (!isPasswordHeader(column)) continue;
    const filled = table.rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '');
    if (unlessEmpty && filled.length === 0) continue;
    const [first] = filled;
    const held =
      first === undefined
        ? ''
        : ` (${filled.length} of its cells ${filled.length === 1 ? 'is' : 'are'} filled, the first in row ${first.row})`;
    const shown = filled.length === 0 ? {} : { secret: true as const };
    problems.add({ file: table.file, row: 1, column: column.trim(), value: null, ...shown, allowed: INSTEAD + held });
  }
}
