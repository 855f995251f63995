/** What stands for somebody of the staff whose account was erased, in the language of whoever erased it. */
export function formerStaff(locale: string): { firstName: string; lastName: string } {
  return locale === 'he'
    ? { firstName: 'מנהל/ת כיתה', lastName: 'לשעבר' }
    : { firstName: 'Former', lastName: 'class manager' };
}
