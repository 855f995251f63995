/** Free text in a test that the key does not settle, by the key: what a pupil wrote, its share of the points, and what was said of it. */
export const IN_OWN_WORDS: Readonly<Record<string, { said: string; share: number; comment: string }>> = {
  'Bill of Rights': {
    said: 'the list of rights that was added later',
    share: 0.5,
    comment: 'You know what it is. It has a name, too: Bill of Rights.',
  },
  'trade union': {
    said: 'an association of workers',
    share: 1,
    comment: 'That is what a union is.',
  },
  'social contract': {
    said: 'a deal between the people and whoever rules them',
    share: 0.75,
    comment: 'Well put. The philosophers called it a contract.',
  },
  'Tennis Court Oath': {
    said: 'the promise they made in the sports hall',
    share: 0.5,
    comment: 'The scene is right. Remember what game was played there.',
  },
  archaeology: {
    said: 'digging up old things and learning from them',
    share: 0.5,
    comment: 'That is what is done. The question asked for the word.',
  },
  'Fertile Crescent': {
    said: 'the land that is shaped like a half moon',
    share: 0.5,
    comment: 'You have the shape. Its name says the same in two words.',
  },
  Hellenistic: {
    said: 'when everything was mixed with Greek',
    share: 0.5,
    comment: 'A good description of the age, but not its name.',
  },
  papyrus: {
    said: 'reed that is pressed flat to write on',
    share: 0.75,
    comment: 'Exactly how it is made. Only the name is missing.',
  },
  Senate: {
    said: 'the old men who told the consuls what to do',
    share: 0.5,
    comment: 'That is them, said with a smile. What was the council called?',
  },
  vacuole: {
    said: 'the big bag of sap',
    share: 0.5,
    comment: 'You mean the right thing. Learn its name for the final exam.',
  },
};
