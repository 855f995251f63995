import * as z from 'zod';

const os = z.enum(['ios', 'android', 'windows', 'chrome os']);
const condition = z.enum(['functional', 'defective', 'non-functional']);
/** Written with a separator, it would be two. */
const serialNumber = z.string().regex(/^[^\n,;]{1,80}$/);

export const deviceQuery = z.object({
  /** `free`: functional and with nobody. `broken`: not functional, lent or not. */
  show: z.enum(['all', 'lent', 'free', 'broken']).default('all'),
  /** A part of a serial number, a model or the holder's name. */
  q: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

const facts = {
  model: z.string().max(300),
  os,
  condition: condition.default('functional'),
  /** A calendar day, `YYYY-MM-DD`; null where nobody knows it. */
  purchaseDate: z.string().max(40).nullable().default(null),
};

/** A delivery: devices of one kind. */
export const newDevices = z.strictObject({ serialNumbers: z.array(serialNumber).min(1).max(200), ...facts });

/** A device as it is from now on. */
export const deviceChange = z.strictObject({ serialNumber, ...facts });

const device = z.object({
  id: z.number(),
  serialNumber: z.string(),
  model: z.string(),
  os,
  condition,
  purchaseDate: z.string().nullable(),
  /** Who has it now. */
  holder: z.object({ id: z.number(), name: z.string(), since: z.string() }).nullable(),
});
export type DeviceView = z.infer<typeof device>;

export const deviceList = z.object({
  devices: z.array(device),
  /** What the search finds, by what could be shown. */
  counts: z.object({ all: z.number(), lent: z.number(), free: z.number(), broken: z.number() }),
  page: z.number(),
  pages: z.number(),
});
export const addedDevices = z.array(device);

export const deviceWithLoans = device.extend({
  /** Who had it, the newest first; at most fifty. */
  loans: z.array(
    z.object({
      student: z.object({ id: z.number(), name: z.string() }),
      from: z.string(),
      until: z.string().nullable(),
    }),
  ),
});

export const newLoan = z.strictObject({ studentId: z.number().int().positive() });
export const deviceReturn = z.strictObject({
  /** The state in which it came back. */
  condition: condition.default('functional'),
});
