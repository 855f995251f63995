/** The shape of every error that the API answers with. */
export interface ErrorBody {
  error: {
    code: string;
    message: string;
    /** Of a fault of ours: what to name when asking for help. */
    id?: string;
    details?: Record<string, unknown>;
  };
}
