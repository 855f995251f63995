/**
 * The words of another language for a part of the English catalogue: the same names, the same questions asked of the functions; what
 * they say is any text. A name that is missing, or one too many, is an error of the compiler.
 */
export type Translated<En> = En extends string
  ? string
  : En extends (...asked: infer Asked) => infer Said
    ? (...asked: Asked) => Translated<Said>
    : { readonly [Name in keyof En]: Translated<En[Name]> };
