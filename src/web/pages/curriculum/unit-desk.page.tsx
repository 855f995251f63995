import type { ComponentChildren } from 'preact';
import type { UnitDesk } from '../../../services/curriculum-editor/curriculum-catalogue.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { MoveButtons } from '../../components/curriculum/move-buttons.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Done, Empty, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { courseHref, newProblemHref, problemHref, unitEditHref, unitHref } from './addresses.ts';
import { StandingTag } from './course-desk.page.tsx';

/** A unit with its questions. */
export function UnitDeskPage({ desk, notice }: { desk: UnitDesk; notice: string | null }) {
  const { t, format } = usePage();
  const words = t.curriculum;
  const { courseId, unit } = desk;
  const { content, key } = unit;
  const page = (number: number) => `${unitHref(courseId, key)}${desk.archived ? '&archived=yes' : ''}&page=${number}`;
  return (
    <Layout title={content.name}>
      <div class="stack loose">
        <PageHead
          title={content.name}
          back={{ href: courseHref(courseId), text: desk.courseName }}
          tags={
            <>
              <StandingTag standing={unit.standing} />
              {content.archived && <Tag>{words.archive}</Tag>}
            </>
          }
        >
          <p class="quiet">
            {words.unitFacts(words.unitTypes[content.type], content.minutes, format.number(content.weight))}
          </p>
          {content.description && (
            <p class="prose" dir="auto">
              {content.description}
            </p>
          )}
          {desk.prerequisites.length > 0 && (
            <p class="quiet">
              {words.buildsOn}: <bdi>{desk.prerequisites.join(', ')}</bdi>
            </p>
          )}
          <div class="row">
            <LinkButton href={newProblemHref(courseId, key)} tone="go">
              {words.newProblem}
            </LinkButton>
            <LinkButton href={unitEditHref(courseId, key)}>{words.editUnit}</LinkButton>
          </div>
        </PageHead>
        <Done text={notice} />
        <Sheet
          id="problems"
          title={desk.archived ? words.archive : words.problems}
          action={
            <a href={`${unitHref(courseId, key)}${desk.archived ? '' : '&archived=yes'}`}>
              {desk.archived ? words.leaveArchive : words.showArchive}
            </a>
          }
        >
          {desk.problems.length === 0 && (
            <Empty icon="hint" title={desk.archived ? words.nothingArchived : words.noProblems} />
          )}
          {desk.orderIsDrafted && (
            <p class="quiet">
              {words.orderIsDrafted} <a href={`${courseHref(courseId)}/publish`}>{words.publish}</a>
            </p>
          )}
          <ul class="lines">
            {desk.problems.map((problem, index) => (
              <ProblemLine key={problem.id} problem={problem}>
                {!desk.archived && (
                  <MoveButtons
                    action={`${problemHref(problem.id)}/move`}
                    name={problem.text || String(problem.id)}
                    isFirst={desk.page === 1 && index === 0}
                    isLast={!desk.hasMore && index === desk.problems.length - 1}
                  />
                )}
              </ProblemLine>
            ))}
          </ul>
          <Pager
            label={t.common.pages}
            newer={desk.page > 1 ? { href: page(desk.page - 1), text: words.previous } : null}
            older={desk.hasMore ? { href: page(desk.page + 1), text: words.next } : null}
          />
        </Sheet>
      </div>
    </Layout>
  );
}

function ProblemLine(props: { problem: UnitDesk['problems'][number]; children: ComponentChildren }) {
  const { problem } = props;
  const { curriculum: words } = usePage().t;
  const { steps } = problem;
  const forTests = steps.some(({ use }) => use === 'for test');
  return (
    <li class="in-place" id={`problem-${problem.id}`}>
      <span class="main">
        <a href={problemHref(problem.id)}>
          <RichLine text={problem.text || String(problem.id)} />
        </a>
        <span class="row quiet">
          {steps.length > 1 ? words.steps(steps.length) : steps[0] ? words.kinds[steps[0].kind] : ''}
          {steps[0] ? ` · ${words.level} ${steps[0].level}` : ''}
          {forTests && <Tag tone="info">{words.uses['for test']}</Tag>}
          <StandingTag standing={problem.standing} />
          {problem.toExplain && <Tag tone="due">{words.toExplain}</Tag>}
        </span>
      </span>
      {props.children}
    </li>
  );
}
