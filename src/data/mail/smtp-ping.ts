import { SECOND } from '../../shared/instant.ts';

/** How long the server may take, in ms. */
const ANSWERS_WITHIN = 3 * SECOND;

/** Asks the mail server of the settings whether it is there and takes our login; sends nothing. Throws what is wrong. */
export async function pingSmtp(url: string): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    connectionTimeout: ANSWERS_WITHIN,
    greetingTimeout: ANSWERS_WITHIN,
    dnsTimeout: ANSWERS_WITHIN,
    socketTimeout: ANSWERS_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
