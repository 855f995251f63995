import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface FieldProps {
  /** Name in the form, and the base of all ids: unique on the page. */
  name: string;
  label: string;
  /** The label is for those who hear the page: others see it as the head of a column. */
  labelHidden?: boolean;
  /** What to write, in a few words. */
  hint?: string | undefined;
  /** Why what was sent cannot be taken; shown beside the field. */
  problem?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'password' | 'number' | 'date' | 'email' | 'datetime-local';
  /** What was written last time: a form never comes back empty. */
  value?: string | undefined;
  autocomplete?: string;
  autocapitalize?: 'none' | 'sentences';
  /** A number, or a day. */
  min?: number | string;
  max?: number | string;
  maxLength?: number;
  short?: boolean;
  required?: boolean;
}

/** One line to write on. */
export function TextField(props: TextFieldProps) {
  const { name, type = 'text', value, autocomplete, autocapitalize, min, max, maxLength, short, required } = props;
  const attributes = {
    id: name,
    class: short ? 'input short' : 'input',
    name,
    value,
    autocomplete,
    autocapitalize,
    required,
    ...described(props),
  };
  return (
    <Field {...props}>
      {type === 'text' && <input {...attributes} type="text" maxLength={maxLength} dir="auto" />}
      {type === 'email' && <input {...attributes} type="email" maxLength={maxLength} />}
      {type === 'password' && <input {...attributes} type="password" maxLength={maxLength} />}
      {type === 'number' && <input {...attributes} type="number" min={min} max={max} />}
      {type === 'date' && <input {...attributes} type="date" min={min} max={max} />}
      {type === 'datetime-local' && <input {...attributes} type="datetime-local" />}
    </Field>
  );
}

/** Several lines to write on. */
export function TextArea(props: FieldProps & { value?: string | undefined; maxLength?: number; rows?: number }) {
  const { name, value, maxLength, rows = 4 } = props;
  return (
    <Field {...props}>
      <textarea id={name} class="input" name={name} maxLength={maxLength} rows={rows} dir="auto" {...described(props)}>
        {value}
      </textarea>
    </Field>
  );
}

/** One of many, where cards would be too many. */
export function SelectField(
  props: FieldProps & { value?: string | undefined; options: readonly { value: string; label: string }[] },
) {
  const { name, value, options, problem } = props;
  // What was chosen and is not on the list stays chosen until something else is.
  const isStray = Boolean(problem && value) && !options.some((option) => option.value === value);
  return (
    <Field {...props}>
      <select id={name} class="input" name={name} {...described(props)}>
        {isStray && (
          <option value={value} selected>
            {value}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A control of any kind with its label, hint and problem. */
export function Field({
  name,
  label,
  labelHidden,
  hint,
  problem,
  children,
}: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name} class={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {children}
      <Problem id={`${name}-problem`} text={problem} />
    </div>
  );
}

/** The reason why a field cannot be taken; nothing where there is none. */
export function Problem({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <span class="problem" id={id}>
      <Icon name="alarm" />
      <span>{text}</span>
    </span>
  );
}

/** Ties a control to its hint and its problem for screen readers. */
export function described({ name, hint, problem }: Pick<FieldProps, 'name' | 'hint' | 'problem'>) {
  const ids = [hint ? `${name}-hint` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': problem ? ('true' as const) : undefined };
}
