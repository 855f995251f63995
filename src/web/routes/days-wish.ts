import { AppError } from '../../domain/errors/app-error.ts';
import { idChosenIn } from '../forms/chosen.ts';
import { fieldsOf } from '../forms/fields.ts';

/** Null where the days that were asked for are none: the page says so beside them. */
export async function unlessBadDays<View>(view: Promise<View>): Promise<View | null> {
  try {
    return await view;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid-input') return null;
    throw error;
  }
}

/** A class and days. */
export function wishIn(query: unknown) {
  const { from, to, period } = fieldsOf(query);
  return {
    classId: idChosenIn(query, 'class'),
    period: period || undefined,
    from: from || undefined,
    to: to || undefined,
  };
}

/** Subject and region are one choice on the page: `math|north`. */
export function subjectWishIn(query: unknown) {
  const { of = '' } = fieldsOf(query);
  const [subject, region] = of.split('|', 2);
  return { ...wishIn(query), subject: subject || undefined, region: region || undefined };
}
