import type { ComponentChildren } from 'preact';

export interface PageHeadProps {
  title: string;
  /** What the page belongs to, and the way back there. */
  back?: { href: string; text: string };
  /** One or two sentences on what the page is for. */
  lead?: string | undefined;
  /** In what state it is, beside the title. */
  tags?: ComponentChildren;
  /** What can be done from here. */
  actions?: ComponentChildren;
  /** More of what the page is about. */
  children?: ComponentChildren;
}

/** The head of a page: the way back, its title, what it is for, and what can be done. */
export function PageHead({ title, back, lead, tags, actions, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <div class="stack tight">
        {back && (
          <a href={back.href}>
            <bdi>{back.text}</bdi>
          </a>
        )}
        <div class="row">
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {tags}
        </div>
        {lead && (
          <p class="lead quiet" dir="auto">
            {lead}
          </p>
        )}
        {children}
      </div>
      {actions && <div class="row">{actions}</div>}
    </header>
  );
}
