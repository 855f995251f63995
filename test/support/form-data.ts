const BOUNDARY = '----a-form-of-the-tests';
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A file and what stands beside it in a form. */
export interface SentForm {
  name?: string;
  text: string | Uint8Array;
  /** Name of the field that the file stands in. */
  field?: string;
  fields?: Record<string, string>;
  /** Fields that stand behind the file. */
  behind?: Record<string, string>;
  /** So many bytes of its end never arrive. */
  cut?: number;
}

/** A form with a file, as a browser sends it. */
export function formData({
  name = 'pupils.csv',
  text,
  field = 'file',
  fields = {},
  behind = {},
  cut = 0,
}: SentForm): Buffer {
  const partsOf = (some: Record<string, string>) =>
    Object.entries(some)
      .map(([key, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
      .join('');
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const whole = Buffer.concat([
    Buffer.from(partsOf(fields) + head),
    Buffer.from(text),
    Buffer.from(`\r\n${partsOf(behind)}--${BOUNDARY}--\r\n`),
  ]);
  return whole.subarray(0, whole.length - cut);
}
