/** Which of our questions a question in another program's format is. */
export interface OwnId {
  /** The key of its problem. */
  key: string;
  /** Which step of it, from 1. */
  step: number;
}

const OURS = /^allamda:(.+?)(?:#(\d{1,3}))?$/;
/** What the formats cannot hold in a name, and a percent sign that would be read as one of these. */
const UNHOLDABLE = /%(?=[0-7][0-9a-f])|[#[\]\p{Cc}]/giu;

/** A text without brackets, number signs and control characters, which no format takes in a name. `unpacked` reads it. */
export const packed = (text: string): string => text.replace(UNHOLDABLE, (mark) => encodeURIComponent(mark));

export const unpacked = (text: string): string => text.replace(/%[0-7][0-9a-f]/gi, (code) => decodeURIComponent(code));

/** The name under which a question leaves, so that it is known when it comes back. */
export function ownId({ key, step }: OwnId, steps: number): string {
  return `allamda:${packed(key)}${steps > 1 ? `#${step}` : ''}`;
}

/** Reads such a name; undefined for every other. */
export function readOwnId(id: string): OwnId | undefined {
  const [, key, step] = OURS.exec(id.trim()) ?? [];
  return key === undefined ? undefined : { key: unpacked(key), step: step === undefined ? 1 : Number(step) };
}
