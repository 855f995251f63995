import type { ModelSetting } from '../../domain/agents/choose-model.ts';
import type { LanguageModel } from './language-model.ts';

/** A connection for work that nobody waits for, with nothing behind it, and the model that is asked where no other is named. */
export interface PatientModel {
  model: LanguageModel;
  setting: ModelSetting;
}
