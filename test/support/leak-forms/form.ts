/** A way to get an answer out of a model: what a pupil writes for it, and a reply that obeys. */
export interface LeakForm {
  form: string;
  asked: string;
  /** Several sentences, or one. */
  reply: string;
}
