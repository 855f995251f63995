import type { Request } from './phrases.ts';

/** Words before a request that ask for nothing themselves. */
const LEAD =
  '(?:(?:please|pls|plz|ok|okay|so|but|and|then|hey|hi|hello|um|uh|hmm|well|sorry|oh|maybe|just|still|also|now|yes|no|yeah|sir|miss|teacher|actually|honestly|(?:i|we) (?:still |really |just )*(?:dont|cant|do not|cannot|didnt) (?:get|understand|do|solve|see|figure out)(?: (?:it|this|that|how))?(?: (?:one|question|at all|out|yet))?|im (?:still |so )?(?:stuck|lost|confused)) )*';
/** Words after it. */
const TAIL =
  '(?: (?:please|pls|plz|here|now|again|then|too|at all|first|next|sir|miss|teacher|thanks|thank you|thx|or something|to me|for me|to start|to begin|to get started|with|for|on|about|this|that|it|one|question|problem|exercise|step|the|part))*$';
const SMALL =
  '(?:(?:a|an|the|one|any|some|another|more|little|small|tiny|bit|bigger|big|better|next|new|other|different|of|first|second|third|last|extra|your|few|good|simple|easier|quick|further|additional) )*';
const HELP = '(?:hints?|clues?|tips?|pointers?|nudges?|help|advice)';
const ASK = '(?:can|could|may|might|would|will|should|shall)';
const THIS =
  '(?:it|this|that|these|one|this one|the question|the problem|the exercise|the hint|this question|this problem|x|y)';

const whole = (...parts: string[]): RegExp => new RegExp(`^${LEAD}(?:${parts.join('|')})${TAIL}`);

const ITS =
  '(?:it|the answer|the solution|the result|the word|its letters|the letters|(?:every|each|one) (?:letter|digit))';
/** The answer in another dress: "spell it", "as base64", "one letter on each line". */
const DISGUISED = [
  `(?:spell|encode|shift|hide|reverse|rhyme|sing)(?: me)? ${ITS}(?: .{1,40})?`,
  `(?:(?:write|say|give|tell|show|put|send|read)(?: me| us)? )?(?:${ITS} )?(?:as|in|with) (?:an? |the )?(?:base ?64|hex\\w*|morse(?: code)?|binary|octal|rot ?13|character codes?|caesar cipher|cipher|secret code|acrostic|funny letters|circled letters|capital letters|smileys|dots|stars|spaces|invisible characters)(?: .{1,30})?`,
  `(?:write|say|read)(?: me)? ${ITS} (?:backwards|reversed|letter by letter)`,
  `${ITS} (?:on|in|by|of|with|at|after) .{1,40}`,
  '(?:just |only )?(?:the )?(?:first|second|other) half(?: of (?:it|the answer|the word))?',
  'leave out (?:the|its) (?:vowels|consonants|last letter|first letter)',
  '(?:a |in )?(?:caesar cipher|morse code)(?: .{1,20})?',
  'the place of each letter(?: .{1,20})?',
  '(?:a |as a )poem (?:whose|with|where|that) .{1,40}',
].join('|');

/** What English-speaking pupils ask for in whole sentences, however they put it. In normal form. */
export const ENGLISH_REQUESTS: readonly Request[] = [
  {
    wish: 'help',
    pattern: whole(
      `(?:${ASK} (?:i|you|we|u|ya) )?(?:please )?(?:(?:have|get|give|show|see|use|offer|tell|gimme|take|send|ask for|do with|got|be given) )?(?:me |us )?${SMALL}${HELP}`,
      `(?:is|are) there ${SMALL}${HELP}(?: left)?`,
      `(?:do|have) (?:you|we|i|u) (?:have |got |get )?${SMALL}${HELP}(?: left)?`,
      `(?:i|id|we|ill) (?:(?:would|will|could|really|just|think i|do|might) )*(?:need|want|like|love|use|do with|prefer)(?: to (?:have|get|see))? ${SMALL}${HELP}`,
      `${ASK} (?:you|u|somebody|someone) (?:please )?(?:help|assist)(?: (?:me|us))?(?: (?:out|understand|start|begin|solve|do|find|work out|see))*(?: ${THIS})?`,
      `${ASK} (?:you|u) (?:please )?(?:walk|guide|lead|talk|take|help) (?:me|us) (?:through|with|along)(?: (?:${THIS}|the steps?))?`,
      `(?:(?:what|where|how) )+(?:should|do|can|could|would|shall|must|am) (?:i|we|you|u) (?:even |supposed to |have to |need to )*(?:do|start|begin|try|go on|go|proceed|continue|solve|find|work out|get|approach|tackle|calculate)(?: ${THIS})?(?: from here)?`,
      `(?:${ASK} (?:you|u) )?(?:please )?(?:explain|show|say|put)(?: me)? ${THIS}(?: (?:again|more|better|differently|simpler|slower|slowly|in (?:a |an )?(?:different|another|other|simpler|easier|plain) (?:way|words|english)))+`,
      `(?:${ASK} (?:you|u) )?(?:please )?(?:explain|clarify|rephrase|reword|simplify)(?: me)? (?:the|this) (?:question|problem|exercise|task|hint)`,
      'what (?:is|does) (?:the|this) (?:question|problem|exercise|task|hint) (?:asking|ask|mean|want|wanting|say|saying)(?: (?:me|us|from me))?',
      `(?:${ASK} (?:you|u) )?(?:please )?(?:solve|do|answer|finish|write) ${THIS} for me`,
      DISGUISED,
    ),
  },
  {
    wish: 'give up',
    pattern: whole(
      `(?:i|we) (?:really |just |think i )*(?:want|wanna|would like|have|need|am going|am ready)(?: to)? (?:give up|quit)`,
      '(?:i )?quit',
      `skip (?:it|this|that) and (?:tell|show|give) me(?: (?:it|the answer|the solution))?`,
    ),
  },
  {
    wish: 'stuck',
    pattern: whole(
      '(?:im|i am|i feel|i got|we are|were) (?:so |completely |totally |really |very |a bit |a little |kind of |just |all |still |absolutely |too )*(?:lost|stuck|confused|clueless|puzzled)',
      'i (?:really |just |still )*(?:cant|cannot|can not) (?:do|take|solve|handle|figure out|work out) (?:this|it|that)(?: (?:any ?more|any longer|out|at all|one))*',
    ),
  },
  {
    wish: 'skip',
    pattern: whole(
      `(?:${ASK} (?:i|you|we) )?(?:please )?(?:(?:do|have|get|try|take|give me|show me|go to|go on to|move to|move on to|switch to|see) )(?:a |an |the |some )?(?:different|another|other|next|new|easier|harder) (?:one|question|problem|exercise|task)`,
      `(?:i|id|we) (?:(?:would|d|really|just) )*(?:want|like|prefer|rather have|wanna)(?: to (?:do|have|try|get))? (?:a |an |the )?(?:different|another|other|next|new|easier|harder) (?:one|question|problem|exercise|task)`,
    ),
  },
  {
    wish: 'stop',
    pattern: whole(
      `(?:lets|let us|${ASK} we|${ASK} i) (?:please )?(?:stop|finish|end|quit|call it a day|take a break|leave)(?: (?:here|now|it|this|for today|for now|the session|the lesson|with this))*`,
      '(?:i|we) (?:really |just )*(?:want|wanna|would like|need|have|got|must)(?: to)? (?:stop|finish|end|go|leave|sleep|go to (?:bed|sleep)|take a break|have a break)(?: (?:here|now|it|this|for today|for now|home|the session|the lesson|to bed))*',
    ),
  },
  {
    wish: 'small talk',
    pattern: whole(
      'are (?:you|u) (?:even |really |an? |the )*(?:human|real|robot|bot|ai|chat ?gpt|gpt|gemini|claude|siri|alexa|google|computer|person|machine|program|teacher)(?: (?:person|program|human|teacher|being))?',
      '(?:can|may|could) i (?:please )?(?:go|eat|drink|have|get)(?: to)?(?: (?:the|a|some|my|something))* (?:toilet|bathroom|loo|restroom|drink|water|snack|lunch|dinner|food|eat)',
      '(?:(?:no|what|wrong|thats|that is|but) )*(?:(?:you|u|youre|you are|ur) )+(?:(?:are|is|so|just|always) )*(?:wrong|mistaken|lying|unfair|mean)',
      'shut up|stfu|wtf|go away|get lost|leave me alone|screw (?:you|this|it)|whatever|who cares|so what|(?:i )?(?:really )?(?:dont|do not) care|bla(?: bla)*|blah(?: blah)*',
      '(?:(?:you|u|ur|youre|the|a|an|so|such|are|r|is|its|really|very|what|go|your|stupid|dumb|this|that|piece of|full of) )*(?:sucks?|fuck\\w*|shit\\w*|crap|bitch|asshole|bullshit|dumbass|stupid|dumb|idiots?|idiotic|morons?|losers?|useless|trash|garbage)(?: (?:you|u|off|yourself|math|maths|school|bot|robot|computer|machine|program|ai))*',
    ),
  },
];
