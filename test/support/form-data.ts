const BOUNDARY = '----a-form-of-the-tests';
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A file and what stands beside it in a form. */
export interface SentForm {
  name?: string;
  text: string | Uint8Array;
  /** Name of the field that the file stands in. */
  field?: string;
  fields?: Record<string, string>;
}

/** A form with a file, as a browser sends it. */
export function formData({ name = 'pupils.csv', text, field = 'file', fields = {} }: SentForm): Buffer {
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.concat([
    ...parts.map((part) => Buffer.from(part)),
    Buffer.from(head),
    Buffer.from(text),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}
