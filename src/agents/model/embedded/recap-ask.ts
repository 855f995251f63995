import { bilingual } from './bilingual.ts';
import { RECAP_ASK_EN } from './words/recap-ask.en.ts';
import { RECAP_ASK_HE } from './words/recap-ask.he.ts';

export const { RECAP_ASK } = bilingual(RECAP_ASK_EN, RECAP_ASK_HE);
