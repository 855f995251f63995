/** A letter as a mail server takes it. */
export interface Letter {
  /** The address alone. */
  to: string;
  subject: string;
  text: string;
  /** The same each time that it is tried: a program that gets it twice can tell. */
  messageId: string;
}

/** The way to a mail server. */
export interface Mailer {
  /** Resolves once a server has taken it. Throws `MailRefused` where trying again changes nothing, and anything else where it may. */
  send(letter: Letter, signal: AbortSignal): Promise<void>;
}

/** The server will never take this letter: there is no such address, or it refuses what the letter says. */
export class MailRefused extends Error {}
