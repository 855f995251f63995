import type { PrintFormat, PrintState, ReportKind, ReportState } from '../../../domain/kept-reports/kept-report.ts';
import { bytes, id, instant, integer, json, optional, text, word } from '../columns.ts';

/** Reports as they were made, and those that are on their way to paper. */
export const KEPT_REPORT_TABLES = {
  kept_reports: {
    id,
    kind: word<ReportKind>(),
    school_id: optional.integer,
    class_id: optional.integer,
    student_id: optional.integer,
    subject: optional.text,
    region: optional.text,
    batch_id: optional.integer,
    period: text,
    first_day: text,
    last_day: text,
    locale: text,
    made_by: optional.integer,
    request_key: text,
    asked_at: instant,
    state: word<ReportState>(),
    so_far: integer,
    in_all: integer,
    made_at: optional.instant,
    metrics_version: optional.integer,
    figures: optional.json,
  },
  report_prints: {
    id,
    report_id: integer,
    school_id: integer,
    asked_by: integer,
    format: word<PrintFormat>(),
    state: word<PrintState>(),
    so_far: integer,
    in_all: integer,
    asked_at: instant,
    expires_at: instant,
    report_ids: json,
    content: bytes,
  },
};
