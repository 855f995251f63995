import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

export interface SearchFormProps {
  action: string;
  /** Name of the field in the address. */
  name: string;
  label: string;
  hint?: string;
  value: string | undefined;
  submit: string;
  /** What else belongs to the address: hidden fields; and beside the button: a way back to everything. */
  children?: ComponentChildren;
}

const LONGEST_SEARCH = 100;

/** A field to look something up with; it reads, so its words stand in the address. */
export function SearchForm({ action, name, label, hint, value, submit, children }: SearchFormProps) {
  return (
    <search>
      <form class="finder" method="get" action={action}>
        <TextField name={name} label={label} hint={hint} value={value} maxLength={LONGEST_SEARCH} />
        <Button>{submit}</Button>
        {children}
      </form>
    </search>
  );
}

export interface FilterLink {
  href: string;
  text: string;
  current: boolean;
}

/** Views of one list, side by side. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav class="filters" aria-label={label}>
      {links.map(({ href, text, current }) => (
        <a key={href} href={href} aria-current={current ? 'true' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
