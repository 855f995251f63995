const BASE = '/region/curriculum';

export const courseHref = (courseId: number): string => `${BASE}/courses/${courseId}`;
export const unitHref = (courseId: number, key: string): string =>
  `${courseHref(courseId)}/unit?name=${encodeURIComponent(key)}`;
export const unitEditHref = (courseId: number, key: string): string =>
  `${courseHref(courseId)}/unit/edit?name=${encodeURIComponent(key)}`;
export const newProblemHref = (courseId: number, key: string): string =>
  `${courseHref(courseId)}/problems/new?unit=${encodeURIComponent(key)}`;
export const problemHref = (problemId: number | string): string => `${BASE}/problems/${problemId}`;
export const testHref = (testId: number | string): string => `${BASE}/tests/${testId}`;
export const publicationHref = (id: number): string => `${BASE}/publications/${id}`;
