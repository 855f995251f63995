import { sql } from 'kysely';
import type { Handle } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { DAY } from '../../src/shared/instant.ts';
import { BEFORE_MANAGERS, BEFORE_PARENTS, BEFORE_PUPILS, schoolOf } from './people.ts';
import { after, type History, minutesAgo, NOW, PUPILS, REGION, series } from './size.ts';

const lit = sql.lit;
const pupil = (n: string) => sql.raw(`${BEFORE_PUPILS} + 1 + (${n}) % ${PUPILS}`);
const schoolOfPupil = (n: string) => schoolOf(`(1 + (${n}) % ${PUPILS})`);
/** Somewhere in these days. */
const anyTime = (days: number) => minutesAgo(`n * 6007 % ${days * 1440} + 30`);

/** What came of it: calls of models, alerts, what was looked at and told, and guidance. As much each day, however many days. */
export async function desks(handle: Handle, of: History): Promise<void> {
  await modelCalls(handle);
  await attention(handle, of);
  await safety(handle, of);
  await audit(handle, of);
  await guidance(handle, of);
  await sql`insert into weekly_letter_wishes (parent_id, may_reword, wished_at)
    ${series(PUPILS / 10)} select ${lit(BEFORE_PARENTS)} + n, 0, ${toStored(NOW - 90 * DAY)} from series`.execute(
    handle,
  );
}

/** Four to a session at home. The days of the benchmark are those of the world's clock. */
async function modelCalls(handle: Handle): Promise<void> {
  await sql`insert into model_calls (at, student_id, school_id, class_id, purpose, provider, model, input_tokens, output_tokens, cost_micros, milliseconds, outcome)
    ${series(4)} select ${after('s.start_time', 'n')}, own.student_id, pupil.school_id, member.class_id, case n when 4 then 'evaluator' else 'teacher' end,
      'openai', case s.id % 3 when 0 then 'large' else 'small' end, 900 + s.id % 100, 80, case when s.id % 50 > 0 then 400 end, 700, 'ok'
    from home_hours_study_sessions s join home_sessions_students own on own.home_session_id = s.id
    join students pupil on pupil.user_id = own.student_id join classes_students member on member.student_id = own.student_id, series`.execute(
    handle,
  );
  await sql`insert into model_usage (school_id, day, class_id, purpose, provider, model, calls, input_tokens, output_tokens, cost_micros, calls_without_cost)
    select school_id, cast(strftime('%Y%m%d', at) as integer), class_id, purpose, provider, model, count(*), sum(input_tokens),
      sum(output_tokens), sum(coalesce(cost_micros, 0)), sum(cost_micros is null)
    from model_calls group by 1, 2, 3, 4, 5, 6`.execute(handle);
  await sql`insert into token_usage (student_id, day, tokens)
    select student_id, substr(at, 1, 10), sum(input_tokens + output_tokens) from model_calls group by 1, 2`.execute(
    handle,
  );
}

/** Those that were closed; the ones that are open are raised by the look of the night before. */
async function attention(handle: Handle, { days }: History): Promise<void> {
  await sql`insert into attention_alerts (student_id, school_id, kind, severity, facts, raised_at, seen_at, closed_at, closed_because)
    ${series((PUPILS * days) / 270)} select ${pupil('n * 3')}, ${schoolOfPupil('n * 3')}, 'absence', 1, '{"missed":3,"lessons":8}',
      ${minutesAgo(`n * 6007 % ${days * 1440} + 20190`)}, ${anyTime(days)}, ${anyTime(days)}, 'gone' from series`.execute(
    handle,
  );
}

async function safety(handle: Handle, { days }: History): Promise<void> {
  await sql`insert into safety_alerts (student_id, school_id, severity, category, created_at, round, acknowledged_at, acknowledged_by,
      false_alarm_at, false_alarm_by, false_alarm_reason, message_id, home_session_id)
    select student, school, 1 + n % 3, case n % 3 when 0 then 'self-harm' when 1 then 'violence' else 'abuse' end, at, 0,
      case when n % 50 > 0 then ${after('at', '9')} end, case when n % 50 > 0 then by end,
      case when n % 5 = 1 then ${after('at', '60')} end, case when n % 5 = 1 then by end, case when n % 5 = 1 then 'a poem' end,
      (select id from messages where home_session_id = session and message_type = 'prompt' limit 1), session from (
      ${series((PUPILS * days) / 1350)} select n, own.student_id as student, pupil.school_id as school,
        (select min(user_id) from class_managers where school_id = pupil.school_id) as by, ${anyTime(days)} as at, own.home_session_id as session
      from series join home_sessions_students own on own.home_session_id = 1 + n * 5
      join students pupil on pupil.user_id = own.student_id)`.execute(handle);
  await sql`insert into alert_tellings (alert_id, user_id, round, at)
    ${series(3)} select alert.id, (select min(user_id) + n from class_managers where school_id = alert.school_id), 0, alert.created_at
    from safety_alerts alert, series`.execute(handle);
  await sql`insert into moderation_flags (student_id, school_id, direction, source, category, severity, at)
    ${series((PUPILS * days) / 270)} select ${pupil('n')}, ${schoolOfPupil('n')}, 'input', 'rules', 'insult', 1, ${anyTime(days)} from series`.execute(
    handle,
  );
  await sql`insert into school_safeguards (school_id, user_id, step)
    select school_id, user_id, user_id % 3 from class_managers where user_id % ${lit(REGION.classes)} < 3`.execute(
    handle,
  );
}

/** What staff and pupils did that is written down, and what they were told. */
async function audit(handle: Handle, { days }: History): Promise<void> {
  const manager = `${BEFORE_MANAGERS} + 1 + n % ${REGION.classes} + (n * 7) % ${PUPILS} % ${REGION.schools} * ${REGION.classes}`;
  await sql`insert into audit_log (at, actor_id, action, student_id, school_id, details)
    ${series(days * 400)} select ${anyTime(days)}, ${sql.raw(manager)}, case n % 3 when 0 then 'read a transcript' else 'login' end,
      case n % 3 when 0 then ${pupil('n * 7')} end, ${schoolOfPupil('n * 7')}, '{}' from series`.execute(handle);
  const told = (before: number, many: number, kind: string, data: string) =>
    sql`insert into notifications (user_id, event_key, kind, data, at, read_at)
      ${series(many * days)} select ${lit(before)} + 1 + n % ${lit(many)}, 'told ' || n, ${kind}, ${data}, ${anyTime(days)},
        case when n % 40 > 0 then ${toStored(NOW)} end from series`.execute(handle);
  await told(BEFORE_MANAGERS, REGION.schools * REGION.classes, 'attention', '{"pupils":2}');
}

/** Some for each subject every half a year, that most classes have read and half of them taken up. */
async function guidance(handle: Handle, { days }: History): Promise<void> {
  const many = Math.ceil(days / 30);
  const at = minutesAgo(`n * 30 * 1440 - 1440`);
  await sql`insert into guidances (id, subject_name, created_at)
    ${series(many)} select n, case n % 2 when 0 then 'math' else 'science' end, ${at} from series`.execute(handle);
  await sql`insert into guidance_versions (id, guidance_id, number, edits, title, body, course_id, replaces_order, grades, written_at, published_at)
    select id, id, 1, 1, 'How to begin', 'With what they know.', case subject_name when 'math' then 1 else 2 end, 0, '[]', created_at, created_at
    from guidances`.execute(handle);
  await sql`insert into guidance_regions (version_id, region) select id, 'north' from guidances`.execute(handle);
  await sql`insert into guidance_units (version_id, course_id, unit_name, position)
    select version.id, unit.course_id, unit.name, unit.position from guidance_versions version
    join learning_units unit on unit.course_id = version.course_id and unit.position < 3`.execute(handle);
  await sql`insert into guidance_standings (guidance_id, class_id, read_number, read_at, taken_up_at, word)
    select guidance.id, class.id, 1, ${after('guidance.created_at', '1440')},
      case when class.id % 2 = 0 then ${after('guidance.created_at', '2880')} end, ''
    from guidances guidance join classes class on class.id % 8 > 0`.execute(handle);
}
