/** A language model as the operator entered it. */
export interface NamedModel {
  name: string;
  provider: 'openai' | 'compatible' | 'embedded';
  /** Where it is, if not at the usual address of the provider. */
  baseUrl: string | null;
  status: 'operational' | 'disabled' | 'deprecated' | 'development' | 'testing';
}

/** The model of the setting, and the one connection that there is. */
export interface ModelSetting {
  name: string;
  provider: NamedModel['provider'];
  baseUrl: string | null;
}

/** The models that are named for a piece of work. */
export interface NamedModels {
  /** What the pupil's school chose for the subject. */
  ofSchool?: NamedModel | null;
  /** The agent's own. */
  own: NamedModel | null;
  ofSubject: NamedModel | null;
}

/**
 * Which model an agent works with: the school's choice for the subject, else its own, else its subject's, else the setting's. One that is not operational, or that the
 * connection does not reach, is passed over. Null: none, so the embedded tutor or the evidence alone.
 */
export function chooseModel(
  { ofSchool = null, own, ofSubject }: NamedModels,
  setting: ModelSetting | null,
): string | null {
  if (setting === null) return null;
  const chosen = [ofSchool, own, ofSubject].find((model) => model !== null && isToBeHad(model, setting)) ?? setting;
  return chosen.provider === 'embedded' ? null : chosen.name;
}

function isToBeHad({ status, provider, baseUrl }: NamedModel, setting: ModelSetting): boolean {
  if (status !== 'operational') return false;
  return provider === 'embedded' || (provider === setting.provider && (baseUrl ?? setting.baseUrl) === setting.baseUrl);
}
