import { SECOND } from '../../shared/instant.ts';
import { type Letter, type Mailer, MailRefused } from './mail-port.ts';

/** How long a server may take to answer, in ms. */
const CONNECTS_WITHIN = 10 * SECOND;
const ANSWERS_WITHIN = 20 * SECOND;

/** Server answers of this kind are for good, for the letter; those about logging in are not the letter's fault. */
const REFUSED = new Set(['EENVELOPE', 'EMESSAGE']);

export interface SmtpSettings {
  /** smtp://, or smtps:// for TLS from the beginning; otherwise STARTTLS where the server has it. */
  url: string;
  from: string;
}

/** Sends over SMTP, a connection for each letter. The client is loaded with the first. */
export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  return {
    async send({ to, subject, text, messageId }: Letter, signal: AbortSignal): Promise<void> {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url,
        connectionTimeout: CONNECTS_WITHIN,
        greetingTimeout: CONNECTS_WITHIN,
        dnsTimeout: CONNECTS_WITHIN,
        socketTimeout: ANSWERS_WITHIN,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const sent = transport.sendMail({
        from,
        // As a part of its own: what stands in an account is one address, never a list.
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const over = new AbortController();
      try {
        await Promise.race([sent, stopped(signal, over.signal)]);
      } catch (error) {
        sent.catch(() => {});
        throw isRefusal(error) ? new MailRefused(messageOf(error)) : error;
      } finally {
        over.abort();
        transport.close();
      }
    },
  };
}

/** Rejects when the program stops; hears nothing any more once the letter is done with. */
function stopped(signal: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Error('The program stopped; the letter waits for the next start.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true, signal: over });
  });
}

/** A sender that is refused is a matter of the settings, which somebody may put right. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && REFUSED.has(String(error.code)))) return false;
  if ('command' in error && error.command === 'MAIL FROM') return false;
  const code = 'responseCode' in error ? Number(error.responseCode) : 0;
  return code === 0 || code >= 500;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
