import { isMandatoryFor } from '../../../domain/people/class-courses.ts';
import type { ClassPage } from '../../../services/people/school-classes.service.ts';
import { Button } from '../../components/button.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** What the class studies: the courses of its grade, and any other that somebody in it is enrolled in. */
export function ClassCourses({ view: { one, members, courses } }: { view: ClassPage }) {
  const { t } = usePage();
  const words = t.people;
  const own = courses.filter((course) => course.pupils > 0 || isMandatoryFor(one, course));
  return (
    <Sheet id="courses" title={words.courses}>
      {own.length === 0 ? (
        <p class="quiet">{words.coursesNone}</p>
      ) : (
        <Table
          stacks
          caption={words.courses}
          captionHidden
          rows={own}
          rowKey={({ id }) => id}
          columns={[
            { title: words.course, heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { title: words.subject, cell: ({ subject, gradeLevel }) => t.words.subjectAndGrade(subject, gradeLevel) },
            { title: words.members, cell: ({ pupils }) => words.pupilsOf(pupils, members.length) },
            {
              title: words.how,
              cell: (course) =>
                isMandatoryFor(one, course) ? (
                  <span class="quiet">{words.byGrade}</span>
                ) : (
                  <form method="post" action={`/school/people/classes/${one.id}/courses/withdraw`}>
                    <input type="hidden" name="course" value={course.id} />
                    <Button size="small">
                      {words.takeOut}
                      <span class="visually-hidden">: {course.name}</span>
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
      <p class="quiet">{words.coursesNote}</p>
    </Sheet>
  );
}
