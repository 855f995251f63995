import type { ComponentChildren } from 'preact';
import { described, type FieldProps, Problem } from './field.tsx';

export interface Choice {
  value: string;
  label: ComponentChildren;
  /** A second, smaller line. */
  note?: ComponentChildren;
}

export interface ChoicesProps extends FieldProps {
  choices: readonly Choice[];
  /** The values that are chosen. */
  chosen: readonly string[];
  /** Several may be chosen. */
  several?: boolean;
  /** `list`: one below the other; `pairs`: two on a line, whatever the width; `tight`: for a word each; `scale`: the ten numbers from 1 to 10. */
  layout?: 'grid' | 'list' | 'pairs' | 'tight' | 'scale';
  /** The first of them has the focus when the page opens. */
  focused?: boolean;
}

/** Radio buttons or checkboxes as cards. */
export function Choices({ several = false, layout = 'grid', focused = false, ...props }: ChoicesProps) {
  const { name, label, hint, problem, choices, chosen } = props;
  const { 'aria-describedby': describedBy } = described(props);
  return (
    <fieldset class="field" id={name} aria-describedby={describedBy}>
      <legend>{label}</legend>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <div class={layout === 'grid' ? 'choices' : `choices ${layout}`}>
        {choices.map((choice, index) => (
          <label key={choice.value} class="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              autofocus={focused && index === 0}
            />
            <span>
              <bdi>{choice.label}</bdi>
              {choice.note && <small>{choice.note}</small>}
            </span>
          </label>
        ))}
      </div>
      <Problem id={`${name}-problem`} text={problem} />
    </fieldset>
  );
}
