import { classroom as english } from '../i18n/en/classroom.ts';
import { classroom as hebrew } from '../i18n/he/classroom.ts';
import { GroupBoard } from './groups/board.ts';
import { makeDraggable } from './groups/drag.ts';

/** The groups of a lesson that is planned: pupils go from column to column, dragged or by the field beside their name. */
const root = document.getElementById('group-board');
if (root) {
  const board = new GroupBoard(root, document.documentElement.lang === 'he' ? hebrew : english);
  root.classList.add('alive');
  makeDraggable(root, (member, column) => board.move(member, column));
}
