import type { LivePlace } from '../../services/lessons/lesson-places.service.ts';

/** What is known on this page of the lesson that runs for the pupil: where it differs from what the socket says, the page is old. */
export function LessonPlace({ place }: { place: LivePlace | null }) {
  return <div hidden id="lesson-place" data-place={JSON.stringify(place)} />;
}
