import { compile } from './crisis-rule.ts';
import type { ModerationRule } from './moderation.ts';

/** Parts that several patterns share. Words stand without apostrophes ("dont", "ill"). */
const GROUPS: Readonly<Record<string, string>> = {
  I: 'i|im|ive|ill|id|we|were|ima|imma|wanna|lets|let us',
  GET: 'buy|get|score|find|make|build|sell|selling|bring|hide|smuggle|order|steal|obtain|grow|cook|print',
  HOW: 'how (?:do|can|could|would|should) (?:i|we|you|someone|a kid|kids|a person)|how to|where (?:do|can|could) (?:i|we|you)|where to|teach me|show me how|help me|tell me how|give me|best way to|ways to|instructions for|steps to',
  DRUG: 'weed|marijuana|cannabis|cocaine|coke|crack|heroin|meth|ecstasy|mdma|molly|lsd|acid tabs|shrooms|ketamine|xanax|adderall|fentanyl|opioids?|percs?|oxy|edibles|vapes?|drugs|lean|alcohol|vodka|beer|cigarettes',
  GUN: 'guns?|pistols?|rifles?|firearms?|shotguns?|handguns?|glock|ammo|ammunition|bullets|grenades?|bombs?|explosives?|pipe bombs?|molotovs?(?: cocktails?)?|knife|knives|machete|silencer|brass knuckles|poison',
  WHO: 'him|her|them|someone|somebody|everyone|people|that (?:kid|boy|girl|guy|teacher)|this (?:kid|boy|girl|guy)|(?:my|the|a|our) (?:teacher|classmate|classmates|brother|sister|neighbor|principal|friend|ex|boss|wife|girlfriend|boyfriend|roommate)',
  MINOR:
    'child|children|kid|kids|minor|minors|underage|preteen|teen|teens|teenager|little (?:girl|boy|sister|brother)|(?:school|young|small) ?(?:girl|boy|girls|boys)|schoolgirls?|schoolboys?|toddler|daughter|son|niece|nephew|step ?(?:daughter|sister|brother|son)|student|(?:1[0-7]|[5-9]) ?(?:year|yr|yo)s?(?: old)?',
  SEX: 'sex|sexual|sexually|nude|nudes|naked|porn|orgasm|orgasms|erotic|penis|dick|cock|vagina|pussy|boobs|tits|breasts|blowjob|masturbat\\p{L}*|cum|horny|fuck(?:ed|ing|s)? (?:her|him|me|my|you)|virgin|virginity|seduc\\p{L}*|undress\\p{L}*|fondl\\p{L}*|molest\\p{L}*|rape[ds]?|panties|genitals?|lust\\p{L}*',
};

const of = (
  category: ModerationRule['category'],
  severity: ModerationRule['severity'],
  sources: readonly string[],
): ModerationRule[] => sources.map((source) => ({ category, severity, pattern: compile(source, GROUPS) }));

/** Lists of words notice; they do not judge. Each is about doing, wanting or asking for it, not about a word that stands in a lesson. */
export const MODERATION_ENGLISH: readonly ModerationRule[] = [
  ...of('sexual content', 3, ['(?:{MINOR})~~ (?:{SEX})', '(?:{SEX})~~ (?:{MINOR})']),
  ...of('sexual content', 2, [
    '(?:send|sending|sent|show|share|post|want|trade|see|take)~ (?:nudes?|naked (?:pics?|pictures?|photos?|selfies?)|dick pics?|porn|sexy (?:pics?|pictures?|photos?))',
    '(?:{I}|to|you|she|he|they)~ (?:have|having|had|want|wanna have) sex',
    '(?:suck|sucking|lick|licking|stroke|stroking|ride|riding|grab|grabbing|rub|rubbing)~ (?:my|his|her|your) (?:dick|cock|penis|pussy|tits|boobs|clit|ass|balls)',
    '(?:fuck|fucking) (?:me|her|him|you)~ (?:hard|harder|deep|tonight|good|from behind)|i~ want~ fuck (?:you|her|him)',
    '(?:watch|watching|watched|link|links|website|site|video|videos)~ porn|pornhub|onlyfans|{I}~ (?:horny|masturbat\\p{L}*)',
    '(?:her|his|my|your) (?:wet |hard |throbbing |tight )(?:pussy|cock|dick|member)|(?:moan|moans|moaned|moaning)~ (?:pleasure|thrust\\p{L}*|inside)|(?:sex|erotic|smut) (?:story|scene|fantasy|roleplay)',
  ]),
  ...of('drugs and weapons', 2, [
    '(?:{I}|{HOW})~~ (?:{GET})~ (?:{DRUG})',
    '(?:{I}|{HOW})~~ (?:{GET})~ (?:{GUN})',
    '(?:{I}|{HOW})~ (?:smoke|smoking|snort|snorting|inject|injecting|vape|vaping|try|take|taking|did|do) (?:some |more )?(?:weed|marijuana|cannabis|cocaine|coke|crack|heroin|meth|ecstasy|mdma|molly|lsd|shrooms|ketamine|xanax|fentanyl|drugs|edibles)',
    '(?:make|making|build|building|assemble)~ (?:pipe bomb|bomb|explosives?|molotov|meth|ghost gun|napalm|silencer|poison)',
    '(?:bring|bringing|brought|take|taking|have|got|carry|carrying)~ (?:gun|knife|weapon|pistol|blade)~ (?:to|at|in|into) (?:school|class|my bag|my backpack)',
    '(?:get|getting|got|be) (?:so )?(?:high|wasted|drunk|stoned)~ (?:school|class|tonight|party|weekend|every day)',
  ]),
  ...of('violence', 2, [
    '{I}~ (?:gonna|going to|will|want to|wanna|about to|should|could|ready to)~ (?:beat|stab|shoot|punch|hurt|kill|strangle|choke|murder|burn|smash|torture|attack|slap|kick)~ (?:{WHO})',
    '(?:{HOW})~ (?:kill|hurt|stab|poison|murder|torture|strangle|attack|beat up|get rid of|harm|injure|assault)~ (?:{WHO}|a (?:person|man|woman|human|kid|child|human being))',
    '(?:shoot|shooting|blow|blowing|burn|burning)~ (?:up|down)~ (?:school|class|classroom|church|mosque|synagogue|mall|building)',
    '(?:rip|tear|cut|slice|gouge|smash|bash|crush|stab)\\p{L}*~ (?:his|her|their|your)~ (?:throat|eyes?|head|skull|guts|limbs?|face|heart)~ (?:out|off|open|in)?',
    '(?:die|burn|rot|suffer)~ (?:horrible|painful|slow) death|(?:deserves?|need|needs|should|must|have)(?: all)? to (?:be (?:killed|shot|hanged|tortured|executed|exterminated|wiped out|beaten)|die)(?! out)',
  ]),
  ...of('hate', 2, [
    '(?:all|those|these|the|fucking|dirty|stupid|damn) (?:jews|arabs|muslims|blacks|gays|immigrants|christians|asians|mexicans|women|trans people|transgenders|gypsies|ethiopians|russians)~ (?:are|should|must|deserve|need to|go|dont belong|cant)~ (?:animals|rats|vermin|subhuman|inferior|filthy|dirty|stupid|evil|disgusting|trash|scum|die|dead|killed|gassed|deported|leave|cockroaches|parasites|criminals|terrorists|thieves|monkeys|dogs)',
    '(?:i|we)(?: fucking| really| just)? hate (?:all |the |these |those )?(?:jews|arabs|muslims|blacks|gays|immigrants|trans people|black people|gay people|asians|women)|(?:death to|kill all|gas the|hang the) (?:the )?(?:jews|arabs|muslims|blacks|gays|whites|women|men)|heil hitler|hitler (?:was|did) (?:right|nothing wrong)|white power|sieg heil',
    'niggers?|faggots?|kikes?|trannies|tranny|sand niggers?|ragheads?|wetbacks?|chinks?',
  ]),
  ...of('bullying', 2, [
    '(?:they|he|she|kids|everyone|everybody|the (?:boys|girls)|people)~ (?:bully|bullies|bullying|bullied|mock|mocks|mocking|tease|teases|teasing|humiliate|humiliates|humiliated|exclude|excludes|pick on|picks on|picking on|laugh at|laughs at|laughing at|make fun of|makes fun of|making fun of|gang up on)~ me',
    'i (?:am|was|m|get|keep getting|have been|got) (?:being )?(?:bullied|humiliated|cyberbullied|harassed)|im (?:being |getting )?(?:bullied|harassed)',
    '(?:lets|let us|we should|i want to|help me|how (?:do|can) (?:i|we)|how to|ways to)~ (?:bully|humiliate|embarrass|cyberbully|blackmail|stalk|harass|spread (?:a )?rumou?rs?|make fun of|dox|expose)~ (?:{WHO}|rumou?rs?)?',
    '(?:kill|hang|hurt) yourself|you should (?:die|kill yourself)|go (?:die|kill yourself)|kys|nobody (?:likes|loves|wants) you|everyone hates (?:you|her|him)|(?:world|everyone) (?:is|would be) better without you',
  ]),
];
